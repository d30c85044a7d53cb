import { parameters, predictionParameters } from "../count/model";
import { type Finding, modelFile, type Rule } from "./rule";

const tolerance = 0.01;
/** A count of a checkpoint's own tensors is met but for a few vectors. */
const exactly = 0.003;
/** A note explains a vision tower or a rounded name, not another model. */
const explained = 0.06;

/** The architecture counts to the published number within 1 %, to an exact one within 0.3 %, or a note says what else it counts. */
export const parameterCounts: Rule = {
  name: "counts are within 1 % of the published ones",
  check: (catalog) =>
    catalog.models.flatMap((model): Finding[] => {
      if (!model.published) return [];
      const { total } = parameters(model);
      const candidates = [total, total + predictionParameters(model)];
      const published = model.published.parameters;
      const error = Math.min(...candidates.map((count) => Math.abs(count / published - 1)));
      const { note, exact } = model.published;
      if (error <= (note ? explained : exact ? exactly : tolerance)) return [];
      const message = `${published} is ${(100 * error).toFixed(1)} % from the counted ${total}`;
      return [{ file: modelFile(model), field: "published.parameters", message }];
    }),
};
