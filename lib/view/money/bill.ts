import type { Estimate, FigureId, Lookup } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import { inCurrency } from "../currency";
import { explainedFigure } from "../figure-column";
import { optionNames } from "../option-name";
import type { Cell, Table } from "../table";

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

/** By definition: a model that hears reads windows of 30 s, each a request. */
const WINDOWS = 120;

/** What a million tokens cost by kind, under the rule that splits the bill, and what is made of them: a request, a word, a user's month. */
export function tokenTable(estimate: Estimate, lookup: Pick<Lookup, "model">): Table {
  const { options, scenario } = estimate;
  const names = optionNames(estimate);
  const { load, users } = scenario.traffic;
  const hears = options.map((_, index) =>
    Boolean(lookup.model(planOf(scenario, index).workload.model)?.encoder),
  );
  const dollars = (id: string, label: string) => ({ id, label, unit: "USD", kind: "number" as const });
  const times = (value: number | undefined, factor: number) => (value === undefined ? null : value * factor);
  const table: Table = {
    id: "token-costs",
    title: "What tokens cost",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...TOKENS.map(([id, label]) => ({ id, label, unit: "USD/tok", kind: "number" as const })),
      dollars("costPerRequest", "A request"),
      dollars("costPerConversation", "A conversation"),
      dollars("costPerWord", "A word written"),
      ...(load === "users" ? [dollars("userMonth", "A user, a month")] : []),
      ...(hears.includes(true) ? [dollars("soundHour", "An hour of sound")] : []),
    ],
    rows: options.map((option, index): Record<string, Cell> => {
      const { monthlyCost, costPerRequest } = option.figures;
      return {
        option: names[index] ?? "",
        ...Object.fromEntries(TOKENS.map(([id]) => [id, explainedFigure(option, index, id)])),
        costPerRequest: explainedFigure(option, index, "costPerRequest"),
        costPerConversation: explainedFigure(option, index, "costPerConversation"),
        costPerWord: explainedFigure(option, index, "costPerWord"),
        ...(load === "users" ? { userMonth: times(monthlyCost, 1 / users) } : {}),
        ...(hears.includes(true) ? { soundHour: hears[index] ? times(costPerRequest, WINDOWS) : null } : {}),
      };
    }),
  };
  return inCurrency(table, scenario.currency);
}
