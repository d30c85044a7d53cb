import { type Estimate, type OptionEstimate, quantities as ofEngine } from "@/lib/engine";
import { formulaCell, type Input, type Quantity } from "@/lib/formula";
import {
  askedInMonth,
  type BaseDemand,
  casesOf,
  type InputId,
  LINKS,
  quantities as ofMoney,
  operatingPlan,
  type Projection,
} from "@/lib/money";
import { type BookCell, type BookSheet, live, number, quantityFormat } from "./book";
import { MonthPlaces, type MonthSpot } from "./month-places";
import { monthlySheet, wholeSheet } from "./month-sheets";
import { monthsSheet } from "./months-sheet";
import type { Places } from "./places";

/** The months of every option, and what holds for all of them. */

/** The options that are projected, by their place among all. */
export type Projected = ReadonlyMap<number, Projection>;

/**
 * An input of the money sheet: the model's own figure where it is one, so that an edit upstream comes down to here. What
 * months take for something else than the model does (owned machines have no commitment) is a number of its own.
 */
function givenCell(input: Input, option: number, value: number, places: Places): BookCell {
  if (input.constant !== undefined) return number(value, "locked");
  const linked = ofEngine.get(LINKS[input.id as InputId] ?? "");
  const cells = places.options[option];
  return linked && cells?.known(linked) && cells.value(linked) === value
    ? live(places.of(linked, { option }), value)
    : number(value, "input");
}

/** What a month asks for: of the plan's own figures, those of the option that says it. */
function demandCell({ requests, option, of }: BaseDemand, places: Places, at: MonthPlaces): BookCell {
  const where = (quantity: Quantity) =>
    ofMoney.get(quantity.id) === quantity
      ? at.of(quantity, { subject: option })
      : places.of(quantity, { option });
  if (!of) return number(requests, "locked");
  return live(of === askedInMonth ? formulaCell(askedInMonth, where) : where(of), requests);
}

/** Where the months of the options stand. */
export const optionMonthPlaces = (projected: Projected): MonthPlaces =>
  new MonthPlaces(
    { whole: "Money", monthly: "Projection", quantities: ofMoney },
    [...projected.keys()],
    [...projected.values()][0]?.months.length ?? 0,
  );

/** Money's own inputs and totals, one column an option; and the months, one line an option and month. */
export function moneySheets(
  estimate: Estimate,
  projected: Projected,
  demand: BaseDemand | undefined,
  places: Places,
  names: readonly string[],
): BookSheet[] {
  const [first] = projected.values();
  if (!first) return [];
  const at = optionMonthPlaces(projected);
  const { scenario, options } = estimate;
  const cases = new Map(
    [...projected].map(([option, projection]) => [
      option,
      casesOf(projection, options[option] as OptionEstimate, operatingPlan(estimate, option)),
    ]),
  );
  const cell = (quantity: Quantity, spot: MonthSpot): BookCell | undefined => {
    const projection = projected.get(spot.subject);
    if (!projection) return undefined;
    const value = projection.value(quantity, spot.month ?? 0);
    if (demand && quantity.id === "baseRequests") return demandCell(demand, places, at);
    if (quantity.kind === "input")
      return quantity.scope.row ? number(value, "input") : givenCell(quantity, spot.subject, value, places);
    const formula = at.printed(quantity, spot);
    return formula === undefined ? undefined : live(formula, value, quantityFormat(quantity.unit, value));
  };
  return [
    monthsSheet(at, projected, names, scenario.currency, cases),
    wholeSheet(at, names, cell),
    monthlySheet(at, first.months, "Option", names, cell),
  ];
}
