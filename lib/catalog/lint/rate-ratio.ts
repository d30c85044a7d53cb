import { acceleratorFile, type Finding, type Rule } from "./rule";

/** Rounding in datasheets moves the ratio by less than this. */
const tolerance = 0.02;

/** A chip multiplies FP8 at the rate of BF16 or at twice it; anything else is a sparse figure or needs a note. */
export const rateRatio: Rule = {
  name: "FP8 runs at once or twice the BF16 rate",
  check: (catalog) =>
    catalog.accelerators.flatMap((chip): Finding[] => {
      const { bf16, fp8 } = chip.peak;
      if (!bf16 || !fp8 || fp8.note || bf16.note) return [];
      const ratio = fp8.value / bf16.value;
      if ([1, 2].some((expected) => Math.abs(ratio / expected - 1) <= tolerance)) return [];
      const message = `is ${ratio.toFixed(2)} times the BF16 rate; expected 1 or 2, or a note that says why`;
      return [{ file: acceleratorFile(chip), field: "peak.fp8", message }];
    }),
};
