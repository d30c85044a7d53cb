import type { Quantity } from "@/lib/formula";

/** The argument list of a formula's tag for text in which "@0", "@1", … stand for the quantities of those numbers. */
export function template(
  text: string,
  quantities: readonly Quantity[],
): [TemplateStringsArray, ...Quantity[]] {
  const parts = text.split(/@\d+/);
  const holes = [...text.matchAll(/@(\d+)/g)].map(([, index]) => {
    const quantity = quantities[Number(index)];
    if (!quantity) throw new Error(`no quantity ${index}`);
    return quantity;
  });
  return [Object.assign(parts, { raw: parts }), ...holes];
}
