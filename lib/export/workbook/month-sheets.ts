import type { Quantity } from "@/lib/formula";
import type { Month } from "@/lib/money";
import { type BookCell, type BookSheet, heads, text, unitText, withUnit } from "./book";
import { dateCell, type MonthPlaces, type MonthSpot } from "./month-places";

type Cell = (quantity: Quantity, spot: MonthSpot) => BookCell | undefined;

/** What holds for all months: one line a quantity, one column a subject. */
export function wholeSheet(at: MonthPlaces, names: readonly string[], cell: Cell): BookSheet {
  return {
    name: at.layout.whole,
    widths: [24, 56, 10, ...names.map(() => 22)],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads("id", "label", "unit", ...names),
      ...at.whole.map((quantity) => [
        text(quantity.id, "muted"),
        text(quantity.label),
        text(unitText(quantity.unit), "muted"),
        ...names.map((_, subject) => cell(quantity, { subject })),
      ]),
    ],
  };
}

/** The months: one line a subject and month, one column a quantity, and those of a reader's behind. */
export function monthlySheet(
  at: MonthPlaces,
  months: readonly Month[],
  subjectHead: string,
  names: readonly string[],
  cell: Cell,
  more: { readonly heads: readonly string[]; readonly cells: (spot: MonthSpot) => BookCell[] } = {
    heads: [],
    cells: () => [],
  },
): BookSheet {
  return {
    name: at.layout.monthly,
    widths: [12, 24, ...at.monthly.map(() => 16), ...more.heads.map(() => 20)],
    frozen: { rows: 1, columns: 2 },
    rows: [
      heads("Month", subjectHead, ...at.monthly.map(withUnit), ...more.heads),
      ...at.subjects.flatMap((subject) =>
        months.map((date, month) => [
          dateCell(date),
          text(names[subject] ?? ""),
          ...at.monthly.map((quantity) => cell(quantity, { subject, month })),
          ...more.cells({ subject, month }),
        ]),
      ),
    ],
  };
}
