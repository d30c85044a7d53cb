import type { MixerOf } from "@/lib/catalog/schema";
import { cacheElement, type Deployment } from "../deployment";
import { decodeAttention, linear, prefillAttention, type Row, rowwise } from "./row";

/** Counted: projections of queries, keys and values. */
export const PROJECTIONS = 3;

/**
 * Multi-head, grouped-query and multi-query attention. Key-value heads are copied when there are fewer than ranks, or
 * fewer on a chip than it has cores that each keep whole ones. A layer on an earlier one's cache projects queries alone.
 */
export function gqaRows(deployment: Deployment, mixer: MixerOf<"gqa">, count: number): Row[] {
  const { layout, model, constants } = deployment;
  const heads = Math.ceil(mixer.heads / layout.tensor);
  const kvHeads = Math.max(deployment.accelerator.cacheCores ?? 1, mixer.kvHeads / layout.tensor);
  const valueDim = mixer.valueDim ?? mixer.headDim;
  const width = mixer.headDim + valueDim;
  const gate = mixer.outputGate === "full" ? heads * valueDim : 0;
  const kept = mixer.sharedCache ? 0 : kvHeads * (mixer.valueIsKey ? mixer.headDim : width);
  const projected = heads * mixer.headDim + kept + gate;
  const { index } = mixer;
  const reach = index ? index.topk * index.block : mixer.window;
  const name = nameOf(mixer);
  return [
    linear(deployment, `${name}: query, key, value`, "attention", {
      count,
      outputs: projected,
      inputs: model.hidden,
      matrices: mixer.sharedCache ? 1 : mixer.valueIsKey ? 2 : PROJECTIONS,
    }),
    decodeAttention(deployment, `${name}: decode over the cache`, {
      count,
      heads,
      width,
      cache: kvHeads * width * cacheElement(deployment),
      shared: mixer.sharedCache,
      efficiency: constants.decodeAttentionEfficiency,
      window: deployment.stack.keepsWindows?.value ? undefined : mixer.window,
      reach,
    }),
    prefillAttention(deployment, `${name}: prefill`, { count, heads, width, reach }),
    linear(deployment, `${name}: output`, "attention", {
      count,
      outputs: model.hidden,
      inputs: heads * valueDim,
    }),
    ...indexRows(deployment, mixer, count),
  ];
}

/** "Attention", "Attention, window 512, on an earlier layer's cache". */
function nameOf({ window, sharedCache }: MixerOf<"gqa">): string {
  const name = window ? `Attention, window ${window}` : "Attention";
  return sharedCache ? `${name}${window ? "," : ""} on an earlier layer's cache` : name;
}

/** Block-sparse selection: heads of its own score one key a token, in the cache's format; it runs whole on every rank. */
function indexRows(deployment: Deployment, { index }: MixerOf<"gqa">, count: number): Row[] {
  if (!index) return [];
  const { model, constants, global } = deployment;
  const shape = { count, heads: index.heads, width: index.dim };
  return [
    linear(deployment, "Indexer: queries and keys", "attention", {
      count,
      outputs: index.heads * index.dim + index.dim,
      inputs: model.hidden,
    }),
    decodeAttention(deployment, "Indexer: score the cache", {
      ...shape,
      cache: index.dim * cacheElement(deployment),
      efficiency: constants.decodeAttentionEfficiency,
    }),
    prefillAttention(deployment, "Indexer: score prompts", shape),
    rowwise(deployment, "Indexer: pick blocks", { count, latency: global.indexTime }),
  ];
}
