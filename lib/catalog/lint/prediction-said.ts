import { type Finding, modelFile, type Rule } from "./rule";

/** Where a family has models that predict several tokens, each of its records says whether it does. */
export const predictionSaid: Rule = {
  name: "prediction layers are those of the configuration",
  check(catalog) {
    const predicting = new Set(
      catalog.models.filter(({ prediction }) => prediction).map(({ family }) => family),
    );
    return catalog.models.flatMap((model): Finding[] => {
      const { prediction, predictionLayers, family } = model;
      const counted = (prediction ?? []).reduce((sum, { count }) => sum + count, 0);
      const found = (field: string, message: string): Finding[] => [
        { file: modelFile(model), field, message },
      ];
      if (predictionLayers === undefined)
        return prediction || predicting.has(family)
          ? found("predictionLayers", "expected how many the configuration has; 0 where it has none")
          : [];
      if (counted === predictionLayers) return [];
      return found("prediction", `expected ${predictionLayers}, as the configuration has, got ${counted}`);
    });
  },
};
