import { predictionSaid } from "@/lib/catalog/lint/prediction-said";
import { holds, pick } from "./holds";

holds(predictionSaid, [
  [
    "a prediction layer that the configuration has and the record has not",
    ({ models }) => {
      pick(models, "qwen3.5-27b").prediction = undefined;
    },
    /qwen3\.5-27b\.toml: prediction: expected 1, as the configuration has, got 0/,
  ],
  [
    "a record of a predicting family that does not say",
    ({ models }) => {
      const model = pick(models, "deepseek-v4-flash");
      model.prediction = undefined;
      model.predictionLayers = undefined;
    },
    /deepseek-v4-flash\.toml: predictionLayers: expected how many/,
  ],
]);
