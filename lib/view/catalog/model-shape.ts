import { percent } from "../percent";
import { cellText, inUnit } from "./in-unit";
import { ffnWords, mixerKinds, mixerName, mixerSizes } from "./layer-words";
import type { CountedModel } from "./models";

/** A part of a whole, for a bar and its list: parameters by part, layers by kind. */
export type Share = { label: string; value: number; text: string; percent: string };

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

/** Where a model's parameters are, largest first, parts it does not have left out. */
export function parameterShares({ parameters }: CountedModel): Share[] {
  return Object.entries(parameters.parts)
    .filter(([, value]) => value > 0)
    .map(([part, value]) => ({
      label: partLabels[part as keyof typeof partLabels],
      value,
      text: `${billions(value)} bn`,
      percent: percentOf(value, parameters.total),
    }))
    .sort((a, b) => b.value - a.value);
}

/** A model's layers by what mixes their tokens, most first. */
export function layerShares({ model }: CountedModel): Share[] {
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  return mixerKinds(model.layers)
    .map(({ label, count }) => ({
      label,
      value: count,
      text: `${count} ${count === 1 ? "layer" : "layers"}`,
      percent: percentOf(count, layers),
    }))
    .sort((a, b) => b.value - a.value);
}

const percentOf = (part: number, whole: number): string =>
  part / whole < 0.001 ? "< 0.1 %" : percent(part / whole);

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
