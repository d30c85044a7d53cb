import { priceRangeOrder } from "@/lib/catalog/lint/price-range-order";
import { holds } from "./holds";

holds(priceRangeOrder, [
  [
    "a base above its high",
    ({ priceRanges }) => {
      for (const range of priceRanges) range.base.value = 2 * range.high.value;
    },
    /prices\/ranges\.toml: range \(nvidia-h100-sxm-80gb\): expected low, base and high in order/,
  ],
]);
