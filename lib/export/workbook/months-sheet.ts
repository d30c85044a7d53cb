import { type MonthlyId, quantityOf } from "@/lib/money";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { type BookSheet, heads, live, text, withUnit } from "./book";
import { amountFormat, RATE } from "./currency-sheet";
import type { Projected } from "./money-sheets";
import { dateCell, type MonthPlaces } from "./month-places";

const SHOWN: readonly MonthlyId[] = [
  "requests",
  "tokens",
  "accelerators",
  "capital",
  "opex",
  "paid",
  "cumulative",
  "presentValue",
  "revenue",
  "margin",
];

/** The months as people read them: amounts in the plan's currency, from the sheet that counts in dollars. */
export function monthsSheet(
  at: MonthPlaces,
  projected: Projected,
  names: readonly string[],
  currency: PlanCurrency | undefined,
): BookSheet {
  const { code, perDollar } = currency ?? { code: "USD", perDollar: 1 };
  const shown = SHOWN.map(quantityOf);
  const isAmount = (unit: string) => unit === "USD";
  return {
    name: "Months",
    widths: [12, 24, ...shown.map(() => 18)],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads(
        "Month",
        "Option",
        ...shown.map((quantity) =>
          withUnit({ ...quantity, unit: isAmount(quantity.unit) ? code : quantity.unit }),
        ),
      ),
      ...[...projected].flatMap(([option, projection]) =>
        projection.months.map((month) => [
          dateCell(month),
          text(names[option] ?? ""),
          ...shown.map((quantity) => {
            const where = at.of(quantity, { subject: option, month: month.index });
            const value = projection.value(quantity, month.index);
            return isAmount(quantity.unit)
              ? live(`${where}*${RATE}`, value * perDollar, amountFormat(code))
              : live(where, value, "#,##0");
          }),
        ]),
      ),
    ],
  };
}
