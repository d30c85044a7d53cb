import type { Deployment } from "../deployment";
import { ofModel } from "../origin";
import { paddedVocabulary } from "../vocabulary";
import { planned } from "./given";

/** Sizes of the model that no operator row carries. */

const sized = (label: string, value: (deployment: Deployment) => number) =>
  planned("1", label, { value, origin: ({ deployment }) => ofModel(deployment), structural: true });

export const hiddenWidth = sized("Hidden width", ({ model }) => model.hidden);
export const vocabulary = sized("Vocabulary, padded for sharding", ({ model }) =>
  paddedVocabulary(model.vocab),
);
export const widestRow = sized("Widest activation of a layer per accelerator", widest);

/** The widest intermediate of a layer on one accelerator: feed-forward slice, routed slices or query heads. */
function widest({ model, layout }: Deployment): number {
  const widths = model.layers.flatMap(({ mixer, ffn }) => {
    const heads = "heads" in mixer && "headDim" in mixer ? mixer.heads * mixer.headDim : 0;
    if (ffn.kind === "none") return [heads];
    return [heads, ffn.kind === "moe" ? ffn.perToken * ffn.width : ffn.width];
  });
  return Math.max(model.hidden, ...widths) / layout.tensor;
}
