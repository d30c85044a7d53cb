import { type Estimate, type Lookup, quantities } from "@/lib/engine";
import { cellsOf } from "@/lib/engine/cells";
import type { Quantity } from "@/lib/formula";
import { baseDemand, type Projection, project } from "@/lib/money";
import { apiSheet } from "./api-sheet";
import type { Book } from "./book";
import { checksSheet } from "./checks-sheet";
import { currencySheet } from "./currency-sheet";
import { gatesSheet } from "./gates-sheet";
import { measureSheet } from "./measure-sheet";
import { moneySheets, type Projected } from "./money-sheets";
import { inputs, Places } from "./places";
import { inputsSheet, modelSheet, operatorsSheet, stepsSheet } from "./plan-sheets";
import { rangesSheet } from "./ranges-sheet";
import { type BookSource, type Cover, compareSheet, sourcesSheet, summarySheet } from "./reading-sheets";
import { rentOrBuySheet } from "./rent-or-buy-sheet";
import { solvedSheet } from "./solved-sheet";
import { topologiesSheet } from "./topologies-sheet";
import { topologyMonthSheets } from "./topology-month-sheets";

/** What a workbook is made of beside the estimate. */
export interface BookParts {
  readonly cover: Cover;
  /** A name for each option, in order. */
  readonly names: readonly string[];
  readonly lookup: Lookup;
  readonly source: (id: string) => BookSource | undefined;
}

/**
 * The estimate as a workbook whose every result is the engine's own formula, with the value it has now. Inputs that no
 * search reads and that shape no operator may be edited; the others are locked, and `Checks` turns false when one is
 * changed all the same. An option that does not run has a column without values.
 */
export function workbookOf(estimate: Estimate, { cover, names, lookup, source }: BookParts): Book {
  const places = new Places(cellsOf(estimate, lookup));
  const demand = baseDemand(estimate, 0);
  const used = places.options.flatMap((cells) =>
    cells ? inputs.flatMap((input) => cells.origin(input).source ?? []) : [],
  );
  const topologies = topologiesSheet(estimate, places, names);
  const projected = projectedOf(demand ? project(estimate, demand.requests) : []);
  const overMonths = topologyMonthSheets(estimate, projected, places, lookup, topologies);
  const checked = checksSheet(places, names, (id) => quantities.get(id) as Quantity, [
    ...(topologies?.sized ?? []),
    ...overMonths.sized,
  ]);
  const api = apiSheet(estimate, places);
  return {
    title: cover.title,
    sheets: [
      summarySheet(estimate, cover, places, names, projected),
      currencySheet(estimate.scenario.currency),
      inputsSheet(places, names),
      operatorsSheet(places, names),
      stepsSheet(places, names),
      modelSheet(places, names),
      ...moneySheets(estimate, projected, demand, places, names),
      ...rentOrBuySheet(estimate, projected, demand, names, lookup),
      ...(topologies ? [topologies.sheet, ...overMonths.sheets] : []),
      ...(api ? [api] : []),
      compareSheet(estimate, places, names),
      rangesSheet(estimate, places, names),
      measureSheet(estimate, names, lookup),
      gatesSheet(estimate, names, lookup),
      sourcesSheet(used, source),
      solvedSheet(estimate, places, names, checked),
      checked.sheet,
    ],
  };
}

/** Those that could be projected, by their place. */
const projectedOf = (all: readonly (Projection | string)[]): Projected =>
  new Map(all.flatMap((each, option) => (typeof each === "string" ? [] : [[option, each] as const])));
