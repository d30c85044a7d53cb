import type { Format, Lever, Loss } from "@/lib/catalog/schema";
import type { Estimate } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import { grouped } from "@/lib/units";
import { inSentence } from "../in-sentence";
import { changeText, percent } from "../percent";
import type { Table } from "../table";
import type { Waterfall } from "./waterfall";

/** A line of the chart, from one cost of a token to another (USD): what was computed, or a range that was published. */
export type LeverRow = {
  id: string;
  label: string;
  /** What it is, or how it is reckoned. */
  text: string;
  kind: "first" | "step" | "plan" | "published";
  low: number;
  high: number;
  /** "−41 %", "×1.5 to ×4". */
  change: string;
  /** What it costs in accuracy, in words; null where nothing is said of it. */
  accuracy: string | null;
  /** Records of sources. */
  sources: readonly string[];
};

/** A change under this is none. */
const NOTHING = 0.0005;

/**
 * From a first attempt to the plan and beyond: above, what a first attempt without today's runtimes would cost, by published
 * ranges; then what is computed; then what another model would save, published again. Ranges overlap in what they do, so
 * each stands alone and none is multiplied with another.
 */
export function leverRows(
  estimate: Estimate,
  index: number,
  waterfall: Waterfall,
  levers: readonly Lever[],
  formatOf: (id: string) => Format | undefined,
): LeverRow[] {
  const { serving } = planOf(estimate.scenario, index);
  const { first, firstText, steps, plan } = waterfall;
  const lossOf: Record<string, Loss | undefined> = {
    weights: formatOf(serving.weights)?.loss,
    cache: formatOf(serving.kvCache)?.cacheLoss,
  };
  const published = (stands: Lever["stands"]) => levers.filter((lever) => lever.stands === stands);
  const engines = published("engine").map((lever) => publishedRow(lever, (times) => first * times));
  const models = published("model").map((lever) => publishedRow(lever, (times) => plan / times));
  const point = (kind: "first" | "plan", label: string, text: string, cost: number): LeverRow => {
    return { id: kind, label, text, kind, low: cost, high: cost, change: "", accuracy: null, sources: [] };
  };
  return [
    ...engines,
    point("first", "First attempt", firstText, first),
    ...steps.map(({ id, label, before, after }): LeverRow => {
      const loss = lossOf[id];
      const isFormat = id in lossOf;
      return {
        id,
        label,
        text: "",
        kind: "step",
        low: Math.min(before, after),
        high: Math.max(before, after),
        change: Math.abs(after / before - 1) < NOTHING ? "no effect here" : changeText(after / before - 1),
        accuracy: loss ? lossText(loss) : isFormat ? "loss not published" : null,
        sources: loss ? [loss.source] : [],
      };
    }),
    point("plan", "This plan", fewText(first / plan), plan),
    ...models,
  ];
}

/** "72 times cheaper than the first attempt". */
const fewText = (times: number) =>
  times > 1
    ? `${grouped(Number(times.toPrecision(2)))} times cheaper than the first attempt`
    : "no cheaper than the first attempt";

/** "keeps 98.1 to 99.9 % (MMLU-Pro of four models)". */
export const lossText = ({ low, high, of }: Loss): string =>
  `${low === high ? `keeps ${kept(low)}` : `keeps ${kept(high, "")} to ${kept(low)}`} (${of})`;

const kept = (loss: number, unit = " %") => `${Number((100 * (1 - loss)).toFixed(2))}${unit}`;

function publishedRow(
  { id, name, text, stands, gain, further = [], exact, loss }: Lever,
  at: (times: number) => number,
): LeverRow {
  const ends = [at(gain.low), at(gain.high)];
  const without = stands === "engine";
  return {
    id,
    label: without ? `Without ${inSentence(name)}` : name,
    text: [text, gain.note, ...further.map((more) => more.text)].filter(Boolean).join(". "),
    kind: "published",
    low: Math.min(...ends),
    high: Math.max(...ends),
    change: [...new Set([gain.low, gain.high])].map((times) => `${without ? "×" : "÷"}${times}`).join(" to "),
    accuracy: exact
      ? "answers stay the same"
      : loss
        ? `loses ${percent(loss.low)} to ${percent(loss.high)}`
        : null,
    sources: [
      ...new Set([gain.source, ...(loss ? [loss.source] : []), ...further.map(({ source }) => source)]),
    ],
  };
}

/** The same as a table, for the page and its file. */
export function leverTable(
  name: string,
  rows: readonly LeverRow[],
  titleOf: (source: string) => string,
): Table {
  return {
    id: "levers",
    title: `From a first attempt to ${name}`,
    columns: [
      { id: "technique", label: "Technique", kind: "text" },
      { id: "basis", label: "Basis", kind: "text" },
      { id: "low", label: "Cost from", unit: "USD/tok", kind: "number" },
      { id: "high", label: "Cost to", unit: "USD/tok", kind: "number" },
      { id: "change", label: "Change", kind: "text" },
      { id: "accuracy", label: "Accuracy", kind: "text" },
      { id: "source", label: "Source", kind: "text" },
    ],
    rows: rows.map(({ label, kind, low, high, change, accuracy, sources }) => ({
      technique: label,
      basis: kind === "published" ? "published" : "computed",
      low,
      high,
      change: change || null,
      accuracy,
      source: sources.map(titleOf).join("; ") || null,
    })),
  };
}
