import type { Estimate, FigureId } from "@/lib/engine";
import { inCurrency } from "../currency";
import { explainedFigure } from "../figure-column";
import { optionNames } from "../option-name";
import type { Table } from "../table";

const PARTS: readonly (readonly [FigureId, string])[] = [
  ["monthlyOnDemand", "On demand"],
  ["monthlyCommitted", "Committed"],
  ["monthlySpot", "Spot"],
  ["monthlyDepreciation", "Depreciation"],
  ["monthlyInterestCost", "Interest"],
  ["monthlyUpkeep", "Upkeep"],
  ["monthlyHosting", "Hosting"],
  ["monthlyStaff", "Staff"],
  ["monthlyStated", "Stated hours"],
  ["monthlyOwnElectricity", "Electricity"],
];

/** The parts of each option's month, which add up to its cost: those that some option has. */
export function billTable(estimate: Estimate): Table {
  const names = optionNames(estimate);
  const figures = estimate.options.map(({ figures }) => figures);
  // Of rented hours the terms' parts are the bill; the hour as it is stated is one only where it is owned.
  const stated = estimate.options.map(
    ({ figures: found }) => found.monthlyOnDemand === undefined && found.monthlyDepreciation === undefined,
  );
  const shows = (id: FigureId, index: number) =>
    (figures[index]?.[id] ?? 0) > 0 && (id !== "monthlyStated" || stated[index]);
  const shown = PARTS.filter(([id]) => figures.some((_, index) => shows(id, index)));
  const table: Table = {
    id: "bill",
    title: "A month's bill",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...shown.map(([id, label]) => ({ id, label, unit: "USD", kind: "number" as const })),
      { id: "monthlyCost", label: "Together", unit: "USD", kind: "number" },
    ],
    rows: estimate.options.map((option, index) => ({
      option: names[index] ?? "",
      ...Object.fromEntries(
        shown.map(([id]) => [id, shows(id, index) ? explainedFigure(option, index, id) : null]),
      ),
      monthlyCost: explainedFigure(option, index, "monthlyCost"),
    })),
  };
  return inCurrency(table, estimate.scenario.currency);
}

const TOKENS: readonly (readonly [FigureId, string])[] = [
  ["costPerToken", "Blended"],
  ["costPerInputToken", "Input"],
  ["costPerNewToken", "Input, new"],
  ["costPerCachedToken", "Input, cached"],
  ["costPerOutputToken", "Output"],
];

/** What a million tokens cost by kind, under the rule that splits the bill, and a request. */
export function tokenTable(estimate: Estimate): Table {
  const names = optionNames(estimate);
  const table: Table = {
    id: "token-costs",
    title: "What tokens cost",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...TOKENS.map(([id, label]) => ({ id, label, unit: "USD/tok", kind: "number" as const })),
      { id: "costPerRequest", label: "A request", unit: "USD", kind: "number" },
      { id: "costPerConversation", label: "A conversation", unit: "USD", kind: "number" },
      { id: "costPerWord", label: "A word written", unit: "USD", kind: "number" },
    ],
    rows: estimate.options.map((option, index) => ({
      option: names[index] ?? "",
      ...Object.fromEntries(TOKENS.map(([id]) => [id, explainedFigure(option, index, id)])),
      costPerRequest: explainedFigure(option, index, "costPerRequest"),
      costPerConversation: explainedFigure(option, index, "costPerConversation"),
      costPerWord: explainedFigure(option, index, "costPerWord"),
    })),
  };
  return inCurrency(table, estimate.scenario.currency);
}
