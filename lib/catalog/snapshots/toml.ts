import type { RawFile } from "./merge";

/** A value as TOML prints it on one line; a figure is an inline table. */
function valueText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, part]) => `${key} = ${valueText(part)}`)
      .join(", ")} }`;
  return String(value);
}

const lines = (record: Record<string, unknown>) =>
  Object.entries(record).map(([key, value]) => `${key} = ${valueText(value)}`);

/** A provider's file of offers, sorted, so that the same offers always give the same text. */
export function providerToml({ offer, ...head }: RawFile): string {
  const order = ({ accelerator, model, name, instance, region, term }: Record<string, unknown>) =>
    [accelerator ?? model, instance ?? name ?? "", region ?? "", term ?? ""].join("\n");
  const sorted = [...offer].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${[lines(head).join("\n"), ...sorted.map((one) => ["[[offer]]", ...lines(one)].join("\n"))].join("\n\n")}\n`;
}
