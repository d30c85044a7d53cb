import { rateRatio } from "@/lib/catalog/lint/rate-ratio";
import { holds, pick } from "./holds";

holds(rateRatio, [
  [
    "a sparse FP8 figure",
    ({ accelerators }) => {
      const { fp8 } = pick(accelerators, "nvidia-h100-sxm-80gb").peak;
      if (fp8) fp8.value *= 2;
    },
    /nvidia-h100-sxm-80gb\.toml: peak\.fp8: is 4\.00 times/,
  ],
]);
