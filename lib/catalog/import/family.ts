import type { Ffn, Mixer, Model } from "../schema";
import type { Config } from "./config";

/** One layer of the network; equal ones are counted together later. */
export type Layer = { mixer: Mixer; ffn: Ffn; norms: number; extra?: number; extraNote?: string };

/** Always so, never so, or as the flag of this name says ("!no_bias": as it does not). */
export type Rule = boolean | `${string}`;

/** How layers of a family limit what a query sees. */
export type Windows =
  /** Every layer has `sliding_window`. */
  | "every"
  /** `use_sliding_window` switches it on, from layer `max_window_layers` upwards. */
  | "switched"
  /** All but each n-th layer, n in `sliding_window_pattern`. */
  | "pattern"
  /** Chunks of `attention_chunk_size` in all layers but those without rotation. */
  | "chunks";

/** What the code of a model family fixes and its configuration file does not say. */
export type Family = {
  /** The family's name in the catalog. */
  name: string;
  /** Values that the family's code gives to absent fields; each one used is noted. */
  presets?: Readonly<Record<string, number | boolean | string>>;
  /** Norms have a bias beside their weight. */
  normBias?: Rule;
  /** Norm vectors of the hidden width in a layer: 2 unless said. */
  norms?: number | ((config: Config) => number);
  finalNorm?: false;
  embeddingNorm?: true;
  windows?: Windows;
  attention?: {
    qkvBias?: Rule;
    outputBias?: Rule;
    qkNorm?: "per-head" | "full";
    /** The flag that switches the norms on; without it they are always there. */
    qkNormFlag?: string;
    outputGate?: "full" | "per-head";
    sinks?: true;
  };
  dense?: {
    gated?: false;
    bias?: Rule;
    /** The field with the width, where it is not `intermediate_size`. */
    width?: string;
    /** Hidden widths that it has where the file does not say. */
    times?: number;
  };
  /** Set for families with experts. */
  experts?: {
    /** The field with an expert's width, where it is not `moe_intermediate_size`. */
    width?: string;
    /** A file without experts is a dense model instead of an incomplete one. */
    optional?: true;
    routerBias?: Rule;
    expertBias?: true;
    sharedGate?: true;
    /** A shared expert of this field's width that the file does not mention. */
    shared?: string;
  };
  /** How to lay out the multi-token-prediction layers that the checkpoint may hold. */
  prediction?: (config: Config, family: Family, layers: Layer[]) => Layer | undefined;
  /** Lays out layers that the general rules do not describe. */
  layers?: (config: Config, family: Family) => Layer[];
  /** Embeddings of each layer's own, and further parameters outside the layers. */
  extra?: (config: Config) => Pick<Model, "layerInputs" | "extra" | "extraNote"> | undefined;
  /** Fields that no record can express; a file that sets one is refused. */
  refused?: readonly string[];
  /** Rows of a learned position table. */
  positions?: (config: Config) => number | undefined;
};

/** Whether a rule holds in this file. */
export function holds(rule: Rule | undefined, config: Config): boolean {
  if (typeof rule !== "string") return rule ?? false;
  return rule.startsWith("!") ? !config.flag(rule.slice(1)) : config.flag(rule);
}
