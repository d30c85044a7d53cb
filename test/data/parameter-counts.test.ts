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
]);
