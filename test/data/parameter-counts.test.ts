import { parameterCounts } from "@/lib/catalog/lint/parameter-counts";
import { holds, pick } from "./holds";

holds(parameterCounts, [
  [
    "a layer too few",
    ({ models }) => {
      for (const group of pick(models, "qwen3-32b").layers) group.count -= 1;
    },
    /models\/qwen3-32b\.toml: published\.parameters: \d+ is 1\.\d % from/,
  ],
  [
    "a small slip beside the count of a checkpoint's own tensors",
    ({ models }) => {
      for (const group of pick(models, "qwen3-32b").layers)
        if (group.ffn.kind === "dense") group.ffn.width -= 256;
    },
    /models\/qwen3-32b\.toml: published\.parameters: \d+ is 0\.\d % from/,
  ],
]);
