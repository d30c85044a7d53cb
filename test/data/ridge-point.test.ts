import { ridgePoint } from "@/lib/catalog/lint/ridge-point";
import { holds, pick } from "./holds";

holds(ridgePoint, [
  [
    "a bandwidth in GB/s that was meant in TB/s",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-h200-sxm-141gb").memoryBandwidth.value /= 1000;
    },
    /nvidia-h200-sxm-141gb\.toml: memoryBandwidth: .* FLOP\/B/,
  ],
]);
