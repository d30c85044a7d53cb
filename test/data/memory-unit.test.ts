import { memoryUnit } from "@/lib/catalog/lint/memory-unit";
import { holds, pick } from "./holds";

holds(memoryUnit, [
  [
    "Google's GiB taken for GB",
    ({ accelerators }) => {
      pick(accelerators, "google-tpu-v7").memory.text = "192 GB";
    },
    /google-tpu-v7\.toml: memory: expected GiB, as Google prints it, got 192 GB/,
  ],
]);
