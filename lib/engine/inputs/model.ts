import type { FfnOf } from "@/lib/catalog/schema";
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

/** The widest intermediate of a layer on one accelerator: feed-forward slice, routed rows or query heads. */
function widest(deployment: Deployment): number {
  const { model, layout } = deployment;
  const widths = model.layers.flatMap(({ mixer, ffn }) => {
    const heads = "heads" in mixer && "headDim" in mixer ? mixer.heads * mixer.headDim : 0;
    if (ffn.kind === "none") return [heads / layout.tensor];
    return [heads / layout.tensor, ffn.kind === "moe" ? routed(deployment, ffn) : ffn.width / layout.tensor];
  });
  return Math.max(model.hidden / layout.tensor, ...widths);
}

/**
 * Routed rows as grouped products hold them, in half of the two buffers of the widest: what the down matrix or the up
 * and gate matrices make of a row, and what it is between them. TensorRT-LLM copies rows to their experts first, with
 * room for the tokens of all attention ranks (`moe_max_num_tokens`; `getWorkspaceDeviceBufferSizes` in moe_kernels.cu).
 */
function routed(
  { model, layout, stack }: Deployment,
  { width, latent, perToken, gated }: FfnOf<"moe">,
): number {
  const inputs = latent ?? model.hidden;
  const slice = (width * layout.expert) / (layout.tensor * layout.data);
  const made = Math.max((gated ? 2 : 1) * slice, inputs);
  return stack.holdsGathered?.value
    ? (layout.data * perToken * (inputs + made)) / 2
    : (perToken * (slice + made)) / 2;
}
