import type { MixerOf, Model } from "@/lib/catalog/schema";
import { cacheElement, type Deployment } from "../deployment";
import { gqaRows, PROJECTIONS } from "./gqa";
import { decodeAttention, linear, perPrompt, prefillAttention, type Row } from "./row";

/** Self-attention, then attention over the encoder's output, whose keys and values are computed once per request. */
export function crossRows(deployment: Deployment, mixer: MixerOf<"cross">, count: number): Row[] {
  const { layout, model, constants } = deployment;
  const positions = model.encoder?.positions ?? 0;
  const heads = mixer.heads / layout.tensor;
  const kvHeads = Math.max(1, mixer.kvHeads / layout.tensor);
  const width = 2 * mixer.headDim;
  const inner = heads * mixer.headDim;
  return [
    ...gqaRows(deployment, { ...mixer, kind: "gqa" }, count),
    linear(deployment, "Cross-attention: query", "attention", {
      count,
      outputs: inner,
      inputs: model.hidden,
    }),
    linear(deployment, "Cross-attention: encoder keys and values", "attention", {
      count,
      outputs: kvHeads * width,
      inputs: model.hidden,
      rows: perPrompt(positions),
    }),
    decodeAttention(deployment, "Cross-attention: decode", {
      count,
      heads,
      width,
      cache: kvHeads * width * cacheElement(deployment),
      efficiency: constants.decodeAttentionEfficiency,
      encoder: positions,
    }),
    prefillAttention(deployment, "Cross-attention: prefill", { count, heads, width, encoder: positions }),
    linear(deployment, "Cross-attention: output", "attention", {
      count,
      outputs: model.hidden,
      inputs: inner,
    }),
  ];
}

/** The encoder, run once per request over a fixed number of positions. */
export function encoderRows(deployment: Deployment, encoder: NonNullable<Model["encoder"]>): Row[] {
  const { layers, heads, headDim, ffnWidth, positions } = encoder;
  const { model, layout } = deployment;
  const inner = (heads * headDim) / layout.tensor;
  const shape = { count: layers, rows: perPrompt(positions) };
  return [
    linear(deployment, "Encoder: query, key, value", "attention", {
      ...shape,
      outputs: PROJECTIONS * inner,
      inputs: model.hidden,
    }),
    linear(deployment, "Encoder: output", "attention", { ...shape, outputs: model.hidden, inputs: inner }),
    linear(deployment, "Encoder: up", "ffn", {
      ...shape,
      outputs: ffnWidth / layout.tensor,
      inputs: model.hidden,
    }),
    linear(deployment, "Encoder: down", "ffn", {
      ...shape,
      outputs: model.hidden,
      inputs: ffnWidth / layout.tensor,
    }),
  ];
}
