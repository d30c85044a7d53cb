import { type Cases, type MonthlyId, quantityOf } from "@/lib/money";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { type BookCell, type BookSheet, cellAt, heads, live, number, text, withUnit } from "./book";
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

/** Where the columns of the low and the high case begin: two of amounts, then the two ratios that they follow from. */
const LOW = 2 + SHOWN.length;

/**
 * The months as people read them: amounts in the plan's currency, from the sheet that counts in dollars. What the low and
 * the high case were drawn to be of what is paid so far stands as a locked ratio, so that they follow an edit.
 */
export function monthsSheet(
  at: MonthPlaces,
  projected: Projected,
  names: readonly string[],
  currency: PlanCurrency | undefined,
  cases: ReadonlyMap<number, Cases>,
): BookSheet {
  const { code, perDollar } = currency ?? { code: "USD", perDollar: 1 };
  const shown = SHOWN.map(quantityOf);
  const paid = quantityOf("cumulative");
  const band = (subject: number, index: number, row: number, base: number): BookCell[] => {
    const found = cases.get(subject);
    const ends = [found?.low[index] ?? base, found?.high[index] ?? base];
    const ratios = ends.map((end) => (base === 0 ? 1 : end / base));
    const where = at.of(paid, { subject, month: index });
    return [
      ...ratios.map((ratio, end) =>
        live(`${where}*${cellAt(row, LOW + 2 + end)}*${RATE}`, base * ratio * perDollar, amountFormat(code)),
      ),
      ...ratios.map((ratio) => number(ratio, "locked")),
    ];
  };
  let row = 0;
  const isAmount = (unit: string) => unit === "USD";
  return {
    name: "Months",
    widths: [12, 24, ...shown.map(() => 18), 20, 20, 14, 14],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads(
        "Month",
        "Option",
        ...shown.map((quantity) =>
          withUnit({ ...quantity, unit: isAmount(quantity.unit) ? code : quantity.unit }),
        ),
        `Paid so far, low (${code})`,
        `Paid so far, high (${code})`,
        "Low over base",
        "High over base",
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
          ...band(option, month.index, ++row, projection.value(paid, month.index)),
        ]),
      ),
    ],
  };
}
