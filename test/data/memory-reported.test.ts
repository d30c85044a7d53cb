import { memoryReported } from "@/lib/catalog/lint/memory-reported";
import { holds, pick } from "./holds";

holds(memoryReported, [
  [
    "the memory of another card",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-l40s").memory.value = 80e9;
    },
    /nvidia-l40s\.toml: memoryReported: 46,068 MiB is 0\.60 times/,
  ],
  [
    "more than even gibibytes would be",
    ({ accelerators }) => {
      const { memoryReported: reported } = pick(accelerators, "nvidia-a100-sxm-80gb");
      if (reported) reported.value *= 1.01;
    },
    /nvidia-a100-sxm-80gb\.toml: memoryReported: 81,920 MiB is 1\.08 times/,
  ],
  [
    "what a provider's listing says instead of the driver",
    ({ accelerators }) => {
      const { memoryReported: reported } = pick(accelerators, "nvidia-h200-sxm-141gb");
      if (reported) reported.source = "aws-instance-types";
    },
    /nvidia-h200-sxm-141gb\.toml: memoryReported: expected what a driver reports/,
  ],
]);
