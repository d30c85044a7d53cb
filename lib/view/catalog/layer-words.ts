import type { Ffn, LayerGroup, Mixer } from "@/lib/catalog/schema";
import { formatIn } from "@/lib/units";

/** How many layers do the same thing, and what that is called. */
export type LayerKind = { label: string; count: number };

const text = (value: number) => formatIn(value, "1");

/** The field's short name of what mixes tokens in a layer. */
export function mixerName(mixer: Mixer): string {
  switch (mixer.kind) {
    case "gqa": {
      const name = mixer.kvHeads === 1 ? "MQA" : mixer.kvHeads === mixer.heads ? "MHA" : "GQA";
      const shared = mixer.sharedCache ? " on a shared cache" : "";
      const reach = mixer.window ? ` ${mixer.chunked ? "chunk" : "window"} ${text(mixer.window)}` : "";
      return name + reach + shared;
    }
    case "mla":
      return mixer.index ? "Sparse MLA" : "MLA";
    case "gdn":
      return "Gated DeltaNet";
    case "kda":
      return "Kimi Delta";
    case "lightning":
      return "Lightning";
    case "shortconv":
      return "Short convolution";
    case "mamba1":
      return "Mamba";
    case "mamba2":
      return "Mamba 2";
    case "compressed":
      return mixer.ratio ? `Compressed 1:${text(mixer.ratio)}` : `Latent window ${text(mixer.window)}`;
    case "cross":
      return "Self and cross";
    case "none":
      return "Feed-forward only";
  }
}

/** The sizes that make up a mixer, for a reader who compares them with a config file. */
export function mixerSizes(mixer: Mixer): string {
  switch (mixer.kind) {
    case "gqa":
    case "cross":
      return `${text(mixer.heads)} heads, ${text(mixer.kvHeads)} KV heads, ${text(mixer.headDim)} wide`;
    case "mla":
      return `${text(mixer.heads)} heads, KV rank ${text(mixer.kvRank)} + ${text(mixer.ropeDim)} rotary`;
    case "gdn":
      return `${text(mixer.keyHeads)} key heads × ${text(mixer.keyDim)}, ${text(mixer.valueHeads)} value heads × ${text(mixer.valueDim)}`;
    case "kda":
    case "lightning":
      return `${text(mixer.heads)} heads, ${text(mixer.headDim)} wide`;
    case "shortconv":
      return `${text(mixer.width)} wide, ${text(mixer.convolution)} taps`;
    case "mamba1":
      return `inner width ${text(mixer.inner)}, state ${text(mixer.state)}`;
    case "mamba2":
      return `${text(mixer.heads)} heads, ${text(mixer.headDim)} wide, state ${text(mixer.state)}`;
    case "compressed":
      return `${text(mixer.heads)} heads, ${text(mixer.headDim)} wide, ${text(mixer.window)}-token window`;
    case "none":
      return "";
  }
}

/** The feed-forward part in words: "dense, 14,336 wide", "8 of 256 experts, 2,048 wide". */
export function ffnWords(ffn: Ffn): string {
  switch (ffn.kind) {
    case "dense":
      return `dense, ${text(ffn.width)} wide`;
    case "moe": {
      const shared = ffn.shared ? `, shared ${text(ffn.shared)} wide` : "";
      const dense = ffn.denseWidth ? `, dense part ${text(ffn.denseWidth)} wide` : "";
      return `${text(ffn.perToken)} of ${text(ffn.experts)} experts, ${text(ffn.width)} wide${shared}${dense}`;
    }
    case "none":
      return "none";
  }
}

/** Layers of a model counted by what mixes their tokens, in the record's order. */
export function mixerKinds(layers: readonly LayerGroup[]): LayerKind[] {
  const counts = new Map<string, number>();
  for (const { mixer, count } of layers) {
    const name = mixerName(mixer);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** The attention of a model in one line: "GQA" where all layers are alike, else "36 × Gated DeltaNet + 12 × GQA". */
export function attentionSummary(layers: readonly LayerGroup[]): string {
  const kinds = mixerKinds(layers);
  if (kinds.length === 1) return kinds[0]?.label ?? "";
  return kinds.map(({ label, count }) => `${count} × ${label}`).join(" + ");
}
