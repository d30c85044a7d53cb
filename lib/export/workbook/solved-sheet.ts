import type { Estimate, Statistic, Timed } from "@/lib/engine";
import { type FigureId, quantities } from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import type { Checked } from "./checks-sheet";
import type { Places } from "./places";

/** What a workbook cannot solve again: searched, sized or simulated, with what it was found for. */

/** Columns of the sheet, and the row under its heads, counted from one. */
const VALUE_COLUMN = "C";
const FIRST_ROW = 2;

const TIMES: Readonly<Record<Timed, { readonly label: string; readonly unit: string }>> = {
  ttft: { label: "Time to first token", unit: "s" },
  tpot: { label: "Time per output token", unit: "s/tok" },
  answer: { label: "Time from request to last token", unit: "s" },
  queue: { label: "Time in the queue", unit: "s" },
};
const STATISTICS: readonly Statistic[] = ["mean", "p50", "p90", "p95", "p99"];

interface Found {
  readonly what: string;
  /** The simulated time that it is. */
  readonly time?: string;
  readonly value: BookCell;
  readonly unit: string;
  readonly how: string;
}

function foundOf({ options }: Estimate, places: Places, option: number): Found[] {
  const cells = places.options[option];
  if (!cells) return [];
  const operation = options[option]?.operation;
  const input = (
    id: FigureId | "rankBatch" | "replicas" | "utilisation" | "concurrency",
    how: string,
  ): Found[] => {
    const quantity = quantities.get(id) as Quantity;
    return [
      {
        what: quantity.label,
        value: live(places.of(quantity, { option }), cells.value(quantity)),
        unit: quantity.unit,
        how,
      },
    ];
  };
  const batch = quantities.get("rankBatch") as Quantity;
  const searched = batch.kind === "input" && cells.follows(batch) === undefined;
  const sized = operation?.demand ? "Found for the traffic in the busiest hour" : undefined;
  return [
    ...(searched ? input("rankBatch", "Searched: the batch that agrees with the times it causes") : []),
    ...(sized
      ? [...input("replicas", sized), ...input("concurrency", sized), ...input("utilisation", sized)]
      : []),
    ...(Object.keys(operation?.percentiles ?? {}) as Timed[]).flatMap((timed) =>
      STATISTICS.map((at): Found => {
        const { value, error } = operation?.percentiles?.[timed][at] ?? { value: 0, error: 0 };
        return {
          time: `${timed} ${at}`,
          what: `${TIMES[timed].label}, ${at === "mean" ? at : at.toUpperCase()}`,
          value: number(value),
          unit: TIMES[timed].unit,
          how: `Simulated at the busiest hour, standard error ${error.toPrecision(2)}`,
        };
      }),
    ),
  ];
}

/** Where the sheet holds a simulated time of an option; undefined where that was not simulated. */
export function simulatedAt(
  estimate: Estimate,
  places: Places,
  option: number,
  timed: Timed,
  at: Statistic,
): string | undefined {
  const all = estimate.options.flatMap((_, index) =>
    foundOf(estimate, places, index).map(({ time }) => index === option && time === `${timed} ${at}`),
  );
  const row = all.indexOf(true);
  return row < 0 ? undefined : `Solved!$${VALUE_COLUMN}$${FIRST_ROW + row}`;
}

/** Every solved value of every option, what it was solved for, and whether that still stands. */
export function solvedSheet(
  estimate: Estimate,
  places: Places,
  names: readonly string[],
  { solved }: Checked,
): BookSheet {
  const rows = estimate.options.flatMap((_, option) =>
    foundOf(estimate, places, option).map(({ what, value, unit, how }): BookCell[] => {
      const lines = solved[option];
      const [from, to] = lines ? [lines.first + 1, lines.first + lines.count] : [0, 0];
      return [
        text(names[option] ?? ""),
        text(what),
        value,
        text(unitText(unit), "muted"),
        text(how, "muted"),
        text(lines ? `The inputs in lines ${from} to ${to} of Checks` : "", "muted"),
        lines
          ? { value: true, formula: `AND(Checks!$F$${from}:$F$${to})`, look: "check" }
          : text("", "muted"),
      ];
    }),
  );
  return {
    name: "Solved",
    widths: [24, 56, 18, 10, 52, 40, 12],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads("Option", "What was solved", "Value", "Unit", "How it was found", "Solved for", "Still stands"),
      ...rows,
    ],
  };
}
