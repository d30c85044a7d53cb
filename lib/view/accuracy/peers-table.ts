import type { Answer } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import type { Table } from "@/lib/view/table";

/** What another estimator reached; shares are fractions of one. */
export type Peer = {
  name: string;
  kind: string;
  metric: string;
  cases: number;
  mape?: number | undefined;
  median?: number | undefined;
  within25?: number | undefined;
  answered: string;
};

/** In per cent, so that a file reads as the page does. */
const share = (id: string, label: string) => ({ id, label, unit: "%", kind: "number" as const });

/** The peers' errors as a table. */
export function peersTable(peers: readonly Peer[]): Table {
  return {
    id: "peers",
    title: "Errors of other estimators",
    columns: [
      { id: "name", label: "Estimator", kind: "text" },
      { id: "metric", label: "Metric", kind: "text" },
      { id: "cases", label: "Cases", kind: "number" },
      share("mape", "Mean error"),
      share("median", "Median error"),
      share("within25", "Within a quarter"),
      { id: "answered", label: "Rows answered", kind: "text" },
    ],
    rows: peers.map(({ name, kind, mape, median, within25, ...peer }) => ({
      ...peer,
      name: `${name}, ${kind}`,
      mape: percentage(mape),
      median: percentage(median),
      within25: percentage(within25),
    })),
  };
}

const percentage = (value: number | undefined) => (value === undefined ? null : 100 * value);

type Question = { metric: string; holds: (row: Answer["row"]) => boolean };

const QUESTIONS: readonly Question[] = [
  { metric: "TPOT, served", holds: ({ mode, metric }) => mode === "server" && metric === "tpot_ms" },
  { metric: "TTFT, served", holds: ({ mode, metric }) => mode === "server" && metric === "ttft_ms" },
  {
    metric: "Throughput, offline",
    holds: ({ mode, metric }) => mode === "offline" && metric.startsWith("output_tokens_per_s"),
  },
];

/** The planner's own errors today on the kinds of rows that the peers were asked. */
export function ownErrors(answers: readonly Answer[]): Peer[] {
  return QUESTIONS.flatMap(({ metric, holds }) => {
    const asked = answers.filter(({ row }) => holds(row));
    const ratios = asked.flatMap(({ row, predicted }) => (predicted === null ? [] : [predicted / row.value]));
    if (ratios.length === 0) return [];
    const answered = `${ratios.length} of the ${asked.length} such rows of this page`;
    const { cases, mape, median, within25 } = errorsOf(ratios);
    return [{ name: "This planner", kind: "today", metric, cases, mape, median, within25, answered }];
  });
}
