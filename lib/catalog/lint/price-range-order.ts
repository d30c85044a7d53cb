import type { Rule } from "./rule";

/** Low, base and high stand in this order. */
export const priceRangeOrder: Rule = {
  name: "price ranges are in order",
  check: (catalog) =>
    catalog.priceRanges
      .filter(({ low, base, high }) => !(low.value <= base.value && base.value <= high.value))
      .map(({ accelerator, low, base, high }) => ({
        file: "data/prices/ranges.toml",
        field: `range (${accelerator})`,
        message: `expected low, base and high in order, got ${low.text}, ${base.text}, ${high.text}`,
      })),
};
