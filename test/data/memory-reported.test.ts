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
]);
