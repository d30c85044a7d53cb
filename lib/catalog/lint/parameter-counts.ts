import { asPublished } from "../count/published";
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
      const compared = asPublished(model);
      if (!published || !compared) return [];
      const error = Math.abs(compared.count / published.parameters - 1);
      if (error <= allowed(published)) return [];
      const message = `${published.parameters} is ${(100 * error).toFixed(1)} % from the counted ${compared.count}`;
      return [{ file: modelFile(model), field: "published.parameters", message }];
    }),
};
