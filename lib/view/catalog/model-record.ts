import type { SourceNote } from "./catalog-table";
import { citedSources, type SourceLookup } from "./cells";
import { cellText, inUnit } from "./in-unit";
import { ffnWords, mixerName, mixerSizes } from "./layer-words";
import type { CountedModel } from "./models";
import { type RecordFigure, recordFigure } from "./record-figures";

/** A share of something that is drawn as a bar: parameters by part, layers by kind. */
export type Share = { label: string; value: number; text: string };

/** Layers of one shape, as the page lists them. */
export type LayerLine = {
  count: number;
  mixer: string;
  sizes: string;
  ffn: string;
  parameters: string;
};

const partLabels = {
  embedding: "Embedding",
  head: "Output head",
  attention: "Attention",
  ffn: "Dense feed-forward",
  shared: "Shared experts",
  experts: "Routed experts",
  other: "Norms, routers and the rest",
} as const;

const billions = (value: number) => cellText({ unit: "bn" }, inUnit(value, "bn", "1"));
const millions = (value: number) => cellText({ unit: "M" }, inUnit(value, "M", "1"));

/** The counts of a model with what was published beside them. */
export function modelRecord(
  counted: CountedModel,
  sourceOf: SourceLookup,
): { figures: RecordFigure[]; sources: Record<string, SourceNote> } {
  const { model, parameters, kvBytes, kvBytesBeyondWindows, fixedBytes } = counted;
  const { published } = model;
  const shape = {
    source: model.source,
    note: ["Counted from the layers", model.sourcePath].filter(Boolean).join(": "),
  };
  const stated = (value: number | undefined) =>
    published && value !== undefined
      ? [
          {
            text: `${billions(value)} bn`,
            source: published.source,
            note: [published.exact ? "Counted from a checkpoint" : "As published", published.note]
              .filter(Boolean)
              .join(". "),
          },
        ]
      : [];
  const figure = (id: string, label: string, number: string, unit: string, help?: string, more = {}) => {
    const origin = { ...shape, ...more };
    return { figure: recordFigure({ id, label, ...(help ? { help } : {}) }, number, unit, origin), origin };
  };
  const bytes = (value: number) => cellText({ unit: "KiB/tok" }, inUnit(value, "KiB/tok", "B/tok"));
  const all = [
    figure("parameters", "Parameters", billions(parameters.total), "bn", "Text path, exact.", {
      text: cellText({ unit: "1" }, parameters.total),
      disagree: stated(published?.parameters),
    }),
    figure("active", "Active parameters", billions(parameters.active), "bn", "What one token uses.", {
      text: cellText({ unit: "1" }, parameters.active),
      disagree: stated(published?.active),
    }),
    figure(
      "kv",
      "KV cache per token, 16 bits",
      bytes(kvBytes),
      "KiB/tok",
      "While every window still reaches it.",
    ),
    ...(kvBytesBeyondWindows === kvBytes
      ? []
      : [
          figure("kvBeyond", "KV cache per token beyond the windows", bytes(kvBytesBeyondWindows), "KiB/tok"),
        ]),
    ...(fixedBytes > 0
      ? [
          figure(
            "fixed",
            "Fixed cache per sequence",
            cellText({ unit: "MiB" }, inUnit(fixedBytes, "MiB", "B")),
            "MiB",
            "Full windows and recurrent state, whatever the length.",
          ),
        ]
      : []),
  ];
  return {
    figures: all.map((one) => one.figure),
    sources: citedSources(
      all.map((one) => one.origin),
      sourceOf,
    ),
  };
}

/** Where a model's parameters are, largest first, parts it does not have left out. */
export function parameterShares({ parameters }: CountedModel): Share[] {
  return Object.entries(parameters.parts)
    .filter(([, value]) => value > 0)
    .map(([part, value]) => ({
      label: partLabels[part as keyof typeof partLabels],
      value,
      text: `${billions(value)} bn`,
    }))
    .sort((a, b) => b.value - a.value);
}

/** Layers of the same shape, in the record's order. */
export function layerLines({ model, layerParameters }: CountedModel): LayerLine[] {
  return model.layers.map((group, index) => ({
    count: group.count,
    mixer: mixerName(group.mixer),
    sizes: mixerSizes(group.mixer),
    ffn: ffnWords(group.ffn),
    parameters: `${millions(layerParameters[index] ?? 0)} M`,
  }));
}
