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
  [
    "head counts of a neighbouring layer, whatever a note says",
    ({ models }) => {
      for (const { mixer } of pick(models, "step-3.7-flash").layers)
        if (mixer.kind === "gqa") mixer.heads = 64;
    },
    /models\/step-3\.7-flash\.toml: published\.parameters: \d+ is 0\.\d % from/,
  ],
  [
    "a note in place of what else is counted",
    ({ models }) => {
      const { published } = pick(models, "qwen3.5-9b");
      if (published) Object.assign(published, { beside: undefined, note: "Vision tower included" });
    },
    /models\/qwen3\.5-9b\.toml: published\.parameters: \d+ is 2\.\d % from/,
  ],
  [
    "a part counted beside that has another size",
    ({ models }) => {
      for (const part of pick(models, "falcon-180b").published?.beside ?? []) part.parameters = 0;
    },
    /models\/falcon-180b\.toml: published\.parameters: \d+ is 0\.5 % from/,
  ],
]);
