import { parameters, predictionParameters } from "../count/model";
import type { Model } from "../schema";
import { type Finding, modelFile, type Rule } from "./rule";

const tolerance = 0.01;
/** A count of a checkpoint's own tensors is met but for a few vectors. */
const exactly = 0.003;

/** How far the count may be from the published number: never further because of a note, only by what it counts beside. */
function allowed({ exact, beside = [] }: NonNullable<Model["published"]>): number {
  const told = beside.every(({ parameters: counted, rounded }) => counted !== undefined && !rounded);
  return exact && told ? exactly : tolerance;
}

/** The architecture, with what is counted beside it, comes to the published number within 1 %, to an exact one within 0.3 %. */
export const parameterCounts: Rule = {
  name: "counts are within 1 % of the published ones",
  check: (catalog) =>
    catalog.models.flatMap((model): Finding[] => {
      const { published } = model;
      if (!published) return [];
      const { total } = parameters(model);
      const beside = (published.beside ?? []).reduce((sum, part) => sum + (part.parameters ?? 0), 0);
      const counts = [total + beside, total + predictionParameters(model) + beside];
      const error = Math.min(...counts.map((count) => Math.abs(count / published.parameters - 1)));
      if (error <= allowed(published)) return [];
      const message = `${published.parameters} is ${(100 * error).toFixed(1)} % from the counted ${total + beside}`;
      return [{ file: modelFile(model), field: "published.parameters", message }];
    }),
};
