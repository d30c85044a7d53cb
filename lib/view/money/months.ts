import type { Estimate } from "@/lib/engine";
import {
  type Cases,
  casesOf,
  type MonthlyId,
  monthAddress,
  operatingPlan,
  type Projection,
  projectPlan,
  quantityOf,
} from "@/lib/money";
import { optionNames } from "../option-name";
import type { Cell, Column, Table } from "../table";

/** One option over the months, with its low and high case; a reason where it cannot be projected. */
export type OptionMonths = {
  readonly name: string;
  readonly accelerator: string;
  readonly index: number;
} & (
  | { readonly ok: true; readonly projection: Projection; readonly cases: Cases }
  | { readonly ok: false; readonly reason: string }
);

/** Every option projected on the same requests a month. */
export function optionMonths(estimate: Estimate, requests: number): OptionMonths[] {
  const names = optionNames(estimate);
  return estimate.options.map((option, index): OptionMonths => {
    const head = { name: names[index] ?? "", accelerator: option.accelerator.id, index };
    const plan = operatingPlan(estimate, index);
    const projection = projectPlan(option, plan, requests);
    return typeof projection === "string"
      ? { ...head, ok: false, reason: projection }
      : { ...head, ok: true, projection, cases: casesOf(projection, option, plan) };
  });
}

/** What a month is called: its date, or its number. */
export const monthName = ({ months }: Projection, index: number): string =>
  months[index]?.date ?? `Month ${index + 1}`;

const SHOWN: readonly MonthlyId[] = [
  "requests",
  "tokens",
  "monthReplicas",
  "accelerators",
  "capital",
  "opex",
  "paid",
  "cumulative",
  "presentValue",
  "energy",
  "emissions",
];
const IN: Partial<Record<MonthlyId, Pick<Column, "shownIn">>> = { energy: { shownIn: "kWh" } };

/** One option's months: one row each, as its file has them too. */
export function monthsTable({
  name,
  index: option,
  projection,
  cases,
}: Extract<OptionMonths, { ok: true }>): Table {
  return {
    id: "projection",
    title: `Month by month: ${name}`,
    columns: [
      { id: "month", label: "Month", kind: "text" },
      ...SHOWN.map((id): Column => {
        const { label, unit } = quantityOf(id);
        return { id, label, unit, kind: "number", ...IN[id] };
      }),
      { id: "low", label: "Paid so far, low", unit: "USD", kind: "number" },
      { id: "high", label: "Paid so far, high", unit: "USD", kind: "number" },
    ],
    rows: projection.months.map(({ index }) => ({
      month: monthName(projection, index),
      ...Object.fromEntries(
        SHOWN.map((id) => [
          id,
          { value: projection.monthly(id, index), option, address: monthAddress(id, index) },
        ]),
      ),
      low: cases.low[index] ?? null,
      high: cases.high[index] ?? null,
    })),
  };
}

/** What each option comes to over all months. */
export function totalsTable(options: readonly OptionMonths[], budget: number | undefined): Table {
  const money = (id: string, label: string, unit = "USD", shownIn?: string): Column => ({
    id,
    label,
    unit,
    kind: "number",
    ...(shownIn === undefined ? {} : { shownIn }),
  });
  const charged = options.some((option) => option.ok && option.projection.given.tokenPrice > 0);
  const ofCustomers = (projection?: Projection): Record<string, number | null> =>
    charged
      ? {
          revenue: projection ? projection.total("totalRevenue") : null,
          margin: projection ? projection.total("totalMargin") : null,
          paidShare: projection ? projection.total("paidShare") : null,
          serviceReturn: projection ? projection.total("serviceReturn") : null,
        }
      : {};
  return {
    id: "projection-totals",
    title: "Over all months",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      money("totalPaid", "Paid"),
      money("low", "Low"),
      money("high", "High"),
      money("netPresent", "Present value"),
      money("paidPerToken", "Per token", "USD/tok"),
      money("remaining", "Machines still worth"),
      ...(charged
        ? [
            money("revenue", "Customers pay"),
            money("margin", "Left of it"),
            money("paidShare", "Serving takes", "1", "%"),
            money("serviceReturn", "Return on what is paid", "1", "%"),
          ]
        : []),
      ...(budget === undefined ? [] : [{ id: "broken", label: "Budget breaks", kind: "text" as const }]),
      { id: "note", label: "Note", kind: "text" },
    ],
    rows: options.map((option): Record<string, Cell> => {
      const broken =
        budget === undefined ? null : { broken: option.ok ? budgetText(option.projection) : null };
      if (!option.ok)
        return {
          option: option.name,
          ...Object.fromEntries(
            ["totalPaid", "low", "high", "netPresent", "paidPerToken", "remaining"].map((id) => [id, null]),
          ),
          ...ofCustomers(),
          ...broken,
          note: option.reason,
        };
      const { projection, cases } = option;
      const last = projection.months.length - 1;
      const total = (id: MonthlyId): Cell => ({
        value: projection.total(id),
        option: option.index,
        address: monthAddress(id),
      });
      return {
        option: option.name,
        totalPaid: total("totalPaid"),
        low: cases.low[last] ?? null,
        high: cases.high[last] ?? null,
        netPresent: total("netPresent"),
        paidPerToken: total("paidPerToken"),
        remaining: projection.monthly("remainingValue", last),
        ...ofCustomers(projection),
        ...broken,
        note: null,
      };
    }),
  };
}

function budgetText(projection: Projection): string {
  const kept = projection.total("monthsWithin");
  return kept >= projection.months.length ? "kept" : monthName(projection, kept);
}
