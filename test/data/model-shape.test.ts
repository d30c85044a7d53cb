import { modelShape } from "@/lib/catalog/lint/model-shape";
import { holds, pick } from "./holds";

holds(modelShape, [
  [
    "key heads that do not divide the heads",
    ({ models }) => {
      for (const { mixer } of pick(models, "qwen3-32b").layers) if (mixer.kind === "gqa") mixer.kvHeads = 7;
    },
    /models\/qwen3-32b\.toml: layers\[0\]\.mixer\.kvHeads: 7 does not divide 64 heads/,
  ],
  [
    "parameters that nobody explains",
    ({ models }) => {
      pick(models, "kimi-k3").extraNote = undefined;
    },
    /models\/kimi-k3\.toml: extraNote: /,
  ],
]);
