import type { Format, Model } from "@/lib/catalog/schema";
import { releasedFormat } from "@/lib/scenario/plan";
import type { Component } from "./deployment";
import { SIXTEEN_BITS } from "./kernel";
import { isMixture } from "./mixture";

const PLAIN = "bf16";
/** Counted: four bits with their scales take less than five. */
const FIVE_BITS = 5;

/**
 * The format of each part of a model when its weights are served in `weights`. The chosen format holds for the
 * layers' matrices; head and embeddings stay in 16 bits but for GGUF. Where the published checkpoint itself is in that format,
 * its own choice for each part holds, and its default for parts it does not name, and a mixture of experts in four bits keeps its attention in 16 bits,
 * but for GGUF, which quantises everything.
 */
export function componentFormats(
  model: Model,
  weights: Format,
  lookup: (id: string) => Format,
): Record<Component, Format> {
  const released = model.weightsAsReleased;
  const asReleased = weights.id === releasedFormat(model);
  const of = (part: Exclude<Component, "plain">, otherwise: Format): Format => {
    const stored = asReleased ? (released[part] ?? released.default) : undefined;
    return stored ? lookup(stored) : otherwise;
  };
  const plain = weights.bits >= SIXTEEN_BITS ? weights : lookup(PLAIN);
  const mixture = isMixture(model);
  const attention = mixture && weights.bits < FIVE_BITS && !isGguf(weights) ? plain : weights;
  return {
    attention: of("attention", attention),
    ffn: of("ffn", weights),
    experts: weights,
    shared: of("shared", weights),
    head: of("head", headFormat(weights, plain, lookup)),
    plain,
  };
}

const isGguf = ({ id }: Format) => id.startsWith("gguf-");

/** GGUF files quantise the head too: the mixes of four bits and less at six, larger ones as everything else. */
function headFormat(weights: Format, plain: Format, lookup: (id: string) => Format): Format {
  if (!isGguf(weights)) return plain;
  const six = lookup("gguf-q6_k");
  return weights.bits > six.bits ? weights : six;
}
