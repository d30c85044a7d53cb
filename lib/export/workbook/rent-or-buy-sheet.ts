import type { Estimate, Lookup } from "@/lib/engine";
import type { Input } from "@/lib/formula";
import { type BaseDemand, type Projection, quantities } from "@/lib/money";
import { planOf } from "@/lib/scenario/plan";
import { type RentOrBuy, rentOrBuy, rentOrBuyText, uncounted } from "@/lib/view/money/rent-or-buy";
import { type BookCell, type BookSheet, cellAt, heads, live, number, text, unitText } from "./book";
import { optionMonthPlaces, type Projected } from "./money-sheets";
import type { MonthPlaces } from "./month-places";

/** By judgement: what a spreadsheet's arithmetic may lose. */
const EXACT = 1e-9;
/** Rows before the options: the title, what the sheet is, and the heads. */
const BEFORE = 3;
const NOT_WITHIN = "not within the months";
const NOT_COMPARED = "not compared: it takes a rental price, a purchase price and the place’s electricity";

/** The inputs of the months that a comparison was made for: of those with one value a month, their sum. */
const INPUTS = [...quantities.values()].filter(
  (each): each is Input => each.kind === "input" && each.constant === undefined && each.id !== "month",
);

/**
 * Each option rented and bought over the same months. The way that an option is not paid has no cells of its own, so what
 * came out stands as locked values with the money inputs that it was found for; a line's last cell turns false when one of
 * them is edited.
 */
export function rentOrBuySheet(
  estimate: Estimate,
  projected: Projected,
  demand: BaseDemand | undefined,
  names: readonly string[],
  lookup: Lookup,
): BookSheet[] {
  if (!demand || projected.size === 0) return [];
  const at = optionMonthPlaces(projected);
  const { currency } = estimate.scenario;
  const options = [...projected.keys()];
  const firstInput = BEFORE + options.length + 2;
  const inputs = [...projected].flatMap(([option, projection], place) =>
    INPUTS.map((quantity, index): BookCell[] => {
      const row = firstInput + place * INPUTS.length + index;
      const { formula, value } = nowOf(quantity, option, projection, at);
      const [now, then] = [cellAt(row, 3), cellAt(row, 4)];
      return [
        text(names[option] ?? ""),
        text(quantity.label),
        text(unitText(quantity.unit), "muted"),
        live(formula, value),
        number(value, "locked"),
        {
          value: true,
          formula: `ABS(${now}-${then})<=${cellAt(1, 1)}*ABS(${then})`,
          look: "check",
        },
      ];
    }),
  );
  const lines = options.map((option, place): (BookCell | undefined)[] => {
    const found = rentOrBuy(estimate, option, lookup, demand.requests);
    const from = firstInput + place * INPUTS.length;
    const stands: BookCell = {
      value: true,
      formula: `AND(${cellAt(from, 5)}:${cellAt(from + INPUTS.length - 1, 5)})`,
      look: "check",
    };
    if (!found) return [text(names[option] ?? ""), text(NOT_COMPARED, "muted")];
    const left = uncounted(planOf(estimate.scenario, option));
    return [
      text(names[option] ?? ""),
      ...valuesOf(found),
      text(rentOrBuyText(found, currency)),
      text(left.length > 0 ? `Owning leaves out ${left.join(", ")}` : "", "muted"),
      text(found.cases.basis.join(", "), "muted"),
      stands,
    ];
  });
  return [
    {
      name: "RentOrBuy",
      widths: [32, 24, 24, 24, 20, 18, 18, 18, 16, 80, 44, 44, 14],
      frozen: { rows: BEFORE, columns: 1 },
      rows: [
        [
          text(
            "Renting against buying, as the application found it: one case in ten is below low, one in ten above high",
            "title",
          ),
        ],
        [text("Relative tolerance"), number(EXACT)],
        heads(
          "Option",
          "Buying pays from month",
          "Month, low",
          "Month, high",
          "Cases that pay within",
          "Saved at the end (USD)",
          "Saved, low (USD)",
          "Saved, high (USD)",
          "Return a year",
          "In words",
          "Left out",
          "What was drawn",
          "Still stands",
        ),
        ...lines,
        [],
        heads("Option", "Input it was found for", "Unit", "Now", "Then", "Holds"),
        ...inputs,
      ],
    },
  ];
}

/** What an input is now: where it has one value a month, all of them together. */
function nowOf(quantity: Input, subject: number, { months, value }: Projection, at: MonthPlaces) {
  if (!quantity.scope.row) return { formula: at.of(quantity, { subject }), value: value(quantity, 0) };
  const to = at.of(quantity, { subject, month: months.length - 1 });
  return {
    formula: `SUM(${at.of(quantity, { subject })}:${to.slice(to.indexOf("!") + 1)})`,
    value: months.reduce((sum, { index }) => sum + value(quantity, index), 0),
  };
}

/** The numbers of a line; a month that is not reached is said in words. */
function valuesOf({ month, saved, yearlyReturn, cases }: RentOrBuy): BookCell[] {
  const monthCell = (value: number | undefined) =>
    value === undefined ? text(NOT_WITHIN, "muted") : number(value, "locked", "0.0");
  return [
    monthCell(month),
    ...cases.month.map(monthCell),
    number(cases.paying, "locked", "0 %"),
    ...[saved, ...cases.saved].map((value) => number(value, "locked", "#,##0")),
    yearlyReturn === undefined ? text("none", "muted") : number(yearlyReturn, "locked", "0 %"),
  ];
}
