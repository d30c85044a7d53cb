import type { Rule } from "./rule";

const found = (accelerator: string, message: string) => ({
  file: "data/prices/ranges.toml",
  field: `range (${accelerator})`,
  message,
});

/** Low, base and high stand in this order, and the base of what buying costs is what the part's record says. */
export const priceRangeOrder: Rule = {
  name: "price ranges are in order",
  check: ({ priceRanges, accelerators }) =>
    priceRanges.flatMap(({ accelerator, what, low, base, high }) => {
      const record = accelerators.find(({ id }) => id === accelerator)?.purchasePrice;
      const texts = [low, base, high].map(({ text }) => text).join(", ");
      return [
        ...(low.value <= base.value && base.value <= high.value
          ? []
          : [found(accelerator, `expected low, base and high in order, got ${texts}`)]),
        ...(what === "hour" || record?.value === base.value
          ? []
          : [found(accelerator, `expected the record's purchase price ${record?.text}, got ${base.text}`)]),
      ];
    }),
};
