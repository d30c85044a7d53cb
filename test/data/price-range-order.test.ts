import { priceRangeOrder } from "@/lib/catalog/lint/price-range-order";
import { holds, pick } from "./holds";

holds(priceRangeOrder, [
  [
    "a base above its high",
    ({ priceRanges }) => {
      for (const range of priceRanges) range.base.value = 2 * range.high.value;
    },
    /prices\/ranges\.toml: range \(nvidia-h100-sxm-80gb\): expected low, base and high in order/,
  ],
  [
    "a purchase price that moved without its range",
    ({ accelerators }) => {
      const price = pick(accelerators, "nvidia-h200-sxm-141gb").purchasePrice;
      if (price) Object.assign(price, { value: 31_000, text: "$31,000" });
    },
    /prices\/ranges\.toml: range \(nvidia-h200-sxm-141gb\): expected the record's purchase price \$31,000, got \$32,000/,
  ],
]);
