import type { Ffn, LayerGroup, Mixer, Model } from "@/lib/catalog/schema";
import { decimalComma, formatQuantity, parseQuantity } from "@/lib/units";

/** A number of a record that may be set by hand. */
export type ModelNumber = {
  key: string;
  label: string;
  value: number | undefined;
  with: (value: number) => Model;
};

const MIXERS: Record<Mixer["kind"], string> = {
  gqa: "attention",
  mla: "latent attention",
  gdn: "gated delta",
  kda: "Kimi delta",
  lightning: "lightning attention",
  shortconv: "short convolution",
  mamba1: "Mamba",
  mamba2: "Mamba 2",
  compressed: "compressed attention",
  cross: "cross attention",
  none: "",
};

function mixerText(mixer: Mixer): string {
  if (mixer.kind !== "gqa") return MIXERS[mixer.kind];
  const window = mixer.window ? `, window ${mixer.window}` : "";
  return `${mixer.heads}/${mixer.kvHeads} heads of ${mixer.headDim}${window}`;
}

function ffnText(ffn: Ffn): string {
  if (ffn.kind === "none") return "";
  return ffn.kind === "dense"
    ? `dense ${ffn.width}`
    : `${ffn.perToken} of ${ffn.experts} experts of ${ffn.width}`;
}

/** A group of layers in few words: "32/8 heads of 128, dense 14336". */
export const layerText = ({ mixer, ffn }: LayerGroup): string =>
  [mixerText(mixer), ffnText(ffn)].filter(Boolean).join(", ");

/** The main numbers of a model, each with the record that another value makes. */
export function modelNumbers(model: Model): ModelNumber[] {
  const layers = model.layers.map((group, index) => ({
    key: `layers-${index}`,
    label: `Layers: ${layerText(group)}`,
    value: group.count,
    with: (count: number) => ({
      ...model,
      layers: model.layers.map((other, number) => (number === index ? { ...other, count } : other)),
    }),
  }));
  return [
    { key: "hidden", label: "Hidden width", value: model.hidden, with: (hidden) => ({ ...model, hidden }) },
    { key: "vocab", label: "Vocabulary", value: model.vocab, with: (vocab) => ({ ...model, vocab }) },
    {
      key: "context",
      label: "Longest context",
      value: model.contextMax,
      with: (contextMax) => ({ ...model, contextMax }),
    },
    ...layers,
  ];
}

/** A whole number of at least 1 as typed ("128k" is 128,000), or why it is none. */
export function readWhole(text: string): { ok: true; value: number } | { ok: false; message: string } {
  const reading = parseQuantity(text, "1", decimalComma());
  if (!reading.ok) return reading;
  const understood = formatQuantity(reading.value, "1").full;
  if (!Number.isInteger(reading.value) || reading.value < 1) {
    return { ok: false, message: `must be a whole number of at least 1, understood ${understood}` };
  }
  // Beyond that a double no longer holds each whole number, and a link would not open.
  if (!Number.isSafeInteger(reading.value))
    return { ok: false, message: `too large, understood ${understood}` };
  return { ok: true, value: reading.value };
}
