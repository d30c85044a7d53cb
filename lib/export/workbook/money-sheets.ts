import { type Estimate, quantities as ofEngine } from "@/lib/engine";
import { formulaCell, type Input, type Quantity } from "@/lib/formula";
import {
  askedInMonth,
  type BaseDemand,
  type InputId,
  LINKS,
  quantities as ofMoney,
  type Projection,
} from "@/lib/money";
import { type BookCell, type BookSheet, heads, live, number, text, unitText, withUnit } from "./book";
import { dateCell, MoneyPlaces, type MoneySpot, monthly, whole } from "./money-places";
import { monthsSheet } from "./months-sheet";
import type { Places } from "./places";

/** The months of every option, and what holds for all of them. */

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
function demandCell({ requests, option, of }: BaseDemand, places: Places, at: MoneyPlaces): BookCell {
  const where = (quantity: Quantity) =>
    ofMoney.get(quantity.id) === quantity ? at.of(quantity, { option }) : places.of(quantity, { option });
  if (!of) return number(requests, "locked");
  return live(of === askedInMonth ? formulaCell(askedInMonth, where) : where(of), requests);
}

/** Money's own inputs and totals, one column an option; and the months, one line an option and month. */
export function moneySheets(
  { options, scenario: { currency } }: Estimate,
  projections: readonly (Projection | string)[],
  demand: BaseDemand | undefined,
  places: Places,
  names: readonly string[],
): BookSheet[] {
  const projected = projections.flatMap((projection, option) =>
    typeof projection === "string" ? [] : [{ option, projection }],
  );
  const [first] = projected;
  if (!first) return [];
  const dates = first.projection.months;
  const at = new MoneyPlaces(projected, dates.length);
  const cell = (quantity: Quantity, spot: MoneySpot): BookCell | undefined => {
    const projection = projections[spot.option];
    if (projection === undefined || typeof projection === "string") return undefined;
    const value = projection.value(quantity, spot.month ?? 0);
    if (demand && quantity.id === "baseRequests") return demandCell(demand, places, at);
    if (quantity.kind === "input")
      return quantity.scope.row ? number(value, "input") : givenCell(quantity, spot.option, value, places);
    const formula = at.printed(quantity, spot);
    return formula === undefined
      ? undefined
      : live(formula, value, quantity.unit === "USD" ? "#,##0.00" : undefined);
  };
  return [
    monthsSheet(at, names, currency),
    {
      name: "Money",
      widths: [24, 56, 10, ...names.map(() => 22)],
      frozen: { rows: 1, columns: 2 },
      rows: [
        heads("id", "label", "unit", ...names),
        ...whole.map((quantity) => [
          text(quantity.id, "muted"),
          text(quantity.label),
          text(unitText(quantity.unit), "muted"),
          ...options.map((_, option) => cell(quantity, { option })),
        ]),
      ],
    },
    {
      name: "Projection",
      widths: [12, 24, ...monthly.map(() => 16)],
      frozen: { rows: 1, columns: 2 },
      rows: [
        heads("Month", "Option", ...monthly.map(withUnit)),
        ...projected.flatMap(({ option }) =>
          dates.map((date, month) => [
            dateCell(date),
            text(names[option] ?? ""),
            ...monthly.map((quantity) => cell(quantity, { option, month })),
          ]),
        ),
      ],
    },
  ];
}
