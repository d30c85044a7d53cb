import { referencesResolve } from "@/lib/catalog/lint/references-resolve";
import { holds, pick } from "./holds";

holds(referencesResolve, [
  [
    "a price without its accelerator",
    (copy) => {
      copy.accelerators = copy.accelerators.filter(({ id }) => id !== "amd-mi300x");
    },
    /prices\/azure\.toml: offer\.accelerator: no file data\/accelerators\/amd-mi300x\.toml/,
  ],
  [
    "a preset for a model that nobody described",
    ({ presets }) => {
      pick(presets, "transcription").model = "whisper-9";
    },
    /presets\/transcription\.toml: model: no file data\/models\/whisper-9\.toml/,
  ],
  [
    "a checkpoint in a format that nobody described",
    ({ models }) => {
      pick(models, "deepseek-v3").weightsAsReleased.head = "fp7";
    },
    /models\/deepseek-v3\.toml: weightsAsReleased\.head: no file/,
  ],
]);
