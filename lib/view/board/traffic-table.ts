import type { Estimate, Statistic, Timed } from "@/lib/engine";
import { decimals, formatQuantity, grouped, sharedScale } from "@/lib/units";
import { optionNames } from "../option-name";
import { percent } from "../percent";
import { headerUnit, type Table } from "../table";

const times: readonly { of: Timed; label: string; unit: string }[] = [
  { of: "ttft", label: "TTFT", unit: "s" },
  { of: "tpot", label: "TPOT", unit: "s/tok" },
  { of: "answer", label: "Whole answer", unit: "s" },
  { of: "queue", label: "Wait for a place", unit: "s" },
];
const statistics: readonly { at: Statistic; label: string }[] = [
  { at: "mean", label: "Mean" },
  { at: "p50", label: "P50" },
  { at: "p90", label: "P90" },
  { at: "p95", label: "P95" },
  { at: "p99", label: "P99" },
];

/** What the requests of one option go through in the busiest hour, simulated; one row a time. Empty where nothing was. */
export function trafficTable(estimate: Estimate, index: number): Table {
  const percentiles = estimate.options[index]?.operation?.percentiles;
  const number = { kind: "number", unitIn: "unit" } as const;
  return {
    id: "traffic",
    title: `Times of requests on ${optionNames(estimate)[index] ?? "this option"}`,
    columns: [
      { id: "time", label: "Time", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      ...statistics.map(({ at, label }) => ({ id: at, label, ...number })),
      { id: "error", label: "Error of P99", ...number },
    ],
    rows: percentiles
      ? times.map(({ of, label, unit }) => {
          const found = percentiles[of];
          const scale = sharedScale(
            statistics.map(({ at }) => found[at].value),
            unit,
          );
          return {
            time: label,
            unit: headerUnit(scale),
            ...Object.fromEntries(statistics.map(({ at }) => [at, found[at].value / scale.factor])),
            error: found.p99.error / scale.factor,
          };
        })
      : [],
  };
}

/** A fact of an option's operating point: what it is, and what it comes to. */
export type TrafficFact = { label: string; text: string };

/** How the traffic is met: what is asked, by how many replicas, and how much room each has. */
export function trafficFacts({ options, scenario }: Estimate, index: number): TrafficFact[] {
  const { operation, figures } = options[index] ?? {};
  if (!operation || !figures) return [];
  const { demand, replicas, rate, goodRate, mostRate, patch, pinned } = operation;
  const perSecond = (value: number) => `${formatQuantity(value, "1/s").number} requests/s`;
  const found = (what: (typeof pinned)[number]) => (pinned.includes(what) ? ", fixed by you" : ", found");
  const { batch, utilisation } = patch;
  const { inputTokens, cachedShare = 0 } = figures;
  return [
    ...(demand
      ? [
          { label: "Asked in the busiest hour", text: perSecond(demand.peak) },
          { label: "Asked on average", text: perSecond(demand.mean) },
        ]
      : []),
    ...(scenario.traffic.turns > 1 && inputTokens !== undefined
      ? [
          {
            label: "A prompt with its history",
            text: `${grouped(Math.round(inputTokens))} tok, ${percent(cachedShare, 0)} cached`,
          },
        ]
      : []),
    { label: "Replicas", text: `${grouped(replicas)}${found("replicas")}` },
    { label: "Each has, in the busiest hour", text: perSecond(rate) },
    { label: "Each keeps the goals up to", text: perSecond(goodRate) },
    { label: "Each can serve at most", text: perSecond(mostRate) },
    ...(batch === undefined
      ? []
      : [
          {
            label: "In flight on each",
            text: `${decimals(batch, batch < 10 ? 1 : 0)} requests${found("batch")}`,
          },
        ]),
    ...(utilisation === undefined
      ? []
      : [{ label: "Paid time that is used", text: percent(utilisation, 0) }]),
  ];
}
