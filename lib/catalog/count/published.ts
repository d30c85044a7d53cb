import type { Model } from "../schema";
import { parameters, predictionParameters } from "./model";

/** The count that compares with the published number, and what of it is not the network's own. */
export interface AsPublished {
  readonly count: number;
  /** What the number counts beside the network, in words, with the parameters where they are known; negative where left out. */
  readonly beside: readonly { readonly what: string; readonly parameters?: number }[];
}

/** A model counted as its publisher does: with what the number holds beside, and with prediction layers if that is nearer. */
export function asPublished(model: Model): AsPublished | undefined {
  const { published } = model;
  if (!published) return undefined;
  const beside = published.beside ?? [];
  const own = parameters(model).total + beside.reduce((sum, part) => sum + (part.parameters ?? 0), 0);
  const predicting = predictionParameters(model);
  const far = (count: number) => Math.abs(count - published.parameters);
  if (far(own) <= far(own + predicting)) return { count: own, beside };
  return {
    count: own + predicting,
    beside: [...beside, { what: "prediction layers", parameters: predicting }],
  };
}
