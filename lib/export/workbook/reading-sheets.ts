import { type Estimate, headlines, quantities } from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { quantityOf } from "@/lib/money";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { planOf } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";
import { currencyNote } from "@/lib/view/currency";
import { simulatedTimes } from "@/lib/view/simulated-range";
import { type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import { RATE } from "./currency-sheet";
import { optionMonthPlaces, type Projected } from "./money-sheets";
import type { Places } from "./places";
import { simulatedAt } from "./solved-sheet";

/** The sheets that people read: the answer, and the options side by side in the units of the screen. */

/** A source of the catalog, as a reader looks it up. */
export interface BookSource {
  readonly title: string;
  readonly where: string;
  readonly date?: string | undefined;
}

/** What the first sheet says beside the numbers. */
export interface Cover {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly made: string;
}

const SUMMARY = ["monthlyCost", "costPerToken", "outputRate", "tpot", "ttft", "acceleratorCount"];

/** One line a simulated time: what requests of the busiest hour wait, which the sheet Solved holds. */
function simulatedLines(estimate: Estimate, places: Places, firstRow: number): BookCell[][] {
  return simulatedTimes(estimate).map(({ goal, at, label, unit: base }, index) => {
    const unit = SCREEN[base] ?? base;
    const factor = parseUnit(unit).factor / parseUnit(base).factor;
    return [
      text(`${label}, busiest hour, simulated`),
      text(unitText(unit), "muted"),
      number(factor, "muted"),
      ...estimate.options.map(({ operation }, option) => {
        const value = operation?.percentiles?.[goal][at].value;
        const cell = simulatedAt(estimate, places, option, goal, at);
        return value === undefined || cell === undefined
          ? text("not known", "muted")
          : live(`${cell}/$C$${firstRow + index + 1}`, value / factor, numberFormat(value / factor));
      }),
    ];
  });
}

/** One line a figure: its unit on screen, what that is in the model's unit, and each option's value. */
function figureLines(
  ids: readonly string[],
  places: Places,
  firstRow: number,
  currency: PlanCurrency | undefined,
): BookCell[][] {
  const { code, perDollar } = currency ?? { code: "USD", perDollar: 1 };
  const shown = headlines.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return shown.flatMap(({ id, label, unit: base }, index) => {
    const quantity = quantities.get(id) as Quantity;
    const unit = SCREEN[base] ?? base;
    const factor = parseUnit(unit).factor / parseUnit(quantity.unit).factor;
    const factorAt = `$C$${firstRow + index + 1}`;
    const isMoney = unit.startsWith("USD");
    const [at, rate] = isMoney ? [`*${RATE}`, perDollar] : ["", 1];
    return [
      [
        text(label),
        text(unitText(unit).replace("USD", code), "muted"),
        number(factor, "muted"),
        ...places.options.map((cells, option) =>
          cells?.known(quantity)
            ? live(
                `${places.of(quantity, { option })}/${factorAt}${at}`,
                (cells.value(quantity) / factor) * rate,
                numberFormat((cells.value(quantity) / factor) * rate),
              )
            : text("not known", "muted"),
        ),
      ],
    ];
  });
}

/** The units of the screen, one each whatever the numbers, so that an edit changes no heading. */
const SCREEN: Readonly<Record<string, string>> = {
  "USD/tok": "USD/Mtok",
  "s/tok": "ms/tok",
  J: "kWh",
  W: "kW",
  "FLOP/tok": "GFLOP/tok",
};

/** Three digits at least, and no more decimals than a reader needs. */
function numberFormat(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return "#,##0";
  if (size >= 10) return "#,##0.0";
  return size >= 0.01 ? "#,##0.000" : "0.00E+00";
}

const columnHeads = (names: readonly string[]): BookCell[] =>
  heads("Figure", "Unit", "In the model's unit", ...names);

export function summarySheet(
  estimate: Estimate,
  cover: Cover,
  places: Places,
  names: readonly string[],
  projected: Projected,
): BookSheet {
  const { currency } = estimate.scenario;
  const before: BookCell[][] = [
    [text(cover.title, "title")],
    [text(cover.question)],
    [text(cover.answer)],
    [text(cover.made, "muted")],
    [text(currency ? currencyNote(currency) : "Amounts in US dollars", "muted")],
    [],
    columnHeads(names),
  ];
  const simulated = simulatedLines(estimate, places, before.length);
  return {
    name: "Summary",
    widths: [40, 12, 14, ...names.map(() => 24)],
    rows: [
      ...before,
      ...simulated,
      ...figureLines(SUMMARY, places, before.length + simulated.length, currency),
      ...monthLines(projected, names, currency),
    ],
  };
}

/** What each option comes to over all months, in the plan's currency. */
function monthLines(
  projected: Projected,
  names: readonly string[],
  currency: PlanCurrency | undefined,
): (BookCell | undefined)[][] {
  const [first] = projected.values();
  if (!first) return [];
  const at = optionMonthPlaces(projected);
  const { code, perDollar } = currency ?? { code: "USD", perDollar: 1 };
  const dates = first.months.map(({ date }) => date).filter((date) => date !== undefined);
  const over = dates.length > 0 ? `${dates[0]} to ${dates.at(-1)}` : `${first.months.length} months`;
  return (["totalPaid", "netPresent"] as const).map((id) => {
    const quantity = quantityOf(id);
    return [
      text(`${quantity.label}, ${over}`),
      text(code, "muted"),
      number(1, "muted"),
      ...names.map((_, subject) => {
        const value = projected.get(subject)?.total(id);
        return value === undefined
          ? text("not known", "muted")
          : live(`${at.of(quantity, { subject })}*${RATE}`, value * perDollar, "#,##0");
      }),
    ];
  });
}

/** Every headline of every option, and what each option is. */
export function compareSheet(estimate: Estimate, places: Places, names: readonly string[]): BookSheet {
  const { scenario, options } = estimate;
  const line = (label: string, of: (index: number) => string): BookCell[] => [
    text(label),
    text("", "muted"),
    text("", "muted"),
    ...options.map((_, index) => text(of(index))),
  ];
  const plans = options.map((_, index) => planOf(scenario, index));
  const about = [
    line("Model", (index) => plans[index]?.workload.model ?? ""),
    line("Weights", (index) => plans[index]?.serving.weights ?? ""),
    line("KV cache", (index) => plans[index]?.serving.kvCache ?? ""),
    line("Engine", (index) => plans[index]?.serving.engine ?? ""),
    line("Price", (index) => priceText(options[index])),
    line("Runs", (index) => {
      const verdict = options[index]?.verdict;
      return verdict?.feasible === false ? verdict.message : "yes";
    }),
  ];
  const simulated = simulatedLines(estimate, places, 1 + about.length);
  return {
    name: "Compare",
    widths: [40, 12, 14, ...names.map(() => 28)],
    frozen: { rows: 1, columns: 1 },
    rows: [
      columnHeads(names),
      ...about,
      ...simulated,
      ...figureLines([], places, 1 + about.length + simulated.length, scenario.currency),
    ],
  };
}

function priceText(option: Estimate["options"][number] | undefined): string {
  const price = option?.origin.price;
  if (!price) return "";
  const of = price as { provider?: string; term?: string; asOf?: string };
  return [price.kind, of.provider, of.term, of.asOf].filter(Boolean).join(", ");
}

/** Every source that an input rests on, once. */
export function sourcesSheet(
  ids: readonly string[],
  source: (id: string) => BookSource | undefined,
): BookSheet {
  const rows = [...new Set(ids)].sort().map((id) => {
    const found = source(id);
    return [
      text(id, "muted"),
      text(found?.title ?? "not listed"),
      text(found?.where ?? ""),
      text(found?.date ?? ""),
    ];
  });
  return {
    name: "Sources",
    widths: [32, 64, 72, 14],
    frozen: { rows: 1, columns: 0 },
    rows: [heads("id", "Title", "Where", "Date"), ...rows],
  };
}
