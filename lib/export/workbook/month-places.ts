import { formulaCell, type Quantity } from "@/lib/formula";
import type { Month } from "@/lib/money";
import { address, type BookCell, text } from "./book";

/** Two sheets of months: what holds for all of them, a column a subject; and a line a subject and month. */
export interface MonthLayout {
  readonly whole: string;
  readonly monthly: string;
  readonly quantities: ReadonlyMap<string, Quantity>;
}

/** A subject (an option, a site, a topology), in a month where the quantity has one value a month. */
export interface MonthSpot {
  readonly subject: number;
  readonly month?: number;
}

const FIRST = { row: 1, whole: 3, monthly: 2 } as const;

/** Where a quantity of the months stands. `subjects` are those that have lines, in order; `elsewhere` knows what is on other sheets. */
export class MonthPlaces {
  readonly whole: readonly Quantity[];
  readonly monthly: readonly Quantity[];

  constructor(
    readonly layout: MonthLayout,
    readonly subjects: readonly number[],
    readonly months: number,
    private readonly elsewhere: (quantity: Quantity) => string | undefined = () => undefined,
  ) {
    const all = [...layout.quantities.values()];
    this.whole = all.filter(({ scope }) => !scope.row);
    this.monthly = all.filter(({ scope }) => scope.row);
  }

  of(quantity: Quantity, { subject, month = 0 }: MonthSpot): string {
    const other = this.elsewhere(quantity);
    if (other !== undefined) return other;
    if (!quantity.scope.row)
      return address(this.layout.whole, FIRST.row + this.whole.indexOf(quantity), FIRST.whole + subject);
    const row = FIRST.row + this.subjects.indexOf(subject) * this.months + month;
    return address(this.layout.monthly, row, FIRST.monthly + this.monthly.indexOf(quantity));
  }

  printed(quantity: Quantity, spot: MonthSpot): string | undefined {
    const month = spot.month ?? 0;
    const above = { ...spot, month: month - 1 };
    switch (quantity.kind) {
      case "formula":
        return formulaCell(quantity, (read) => this.of(read, spot));
      case "rollup": {
        const last = this.of(quantity.of, { ...spot, month: this.months - 1 });
        return `SUM(${this.of(quantity.of, { ...spot, month: 0 })}:${last.slice(last.indexOf("!") + 1)})`;
      }
      case "running": {
        const own = this.of(quantity.of, spot);
        if (month === 0) return own;
        const before = this.of(quantity, above);
        return quantity.how === "sum" ? `(${before}+${own})` : `MAX(${before},${own})`;
      }
      case "previous":
        // Nothing comes before the first: an empty cell counts as zero.
        return month === 0 ? undefined : this.of(quantity.of, above);
      default:
        return undefined;
    }
  }
}

/** The first cell of a month's line. */
export const dateCell = ({ date, index }: Month): BookCell =>
  date === undefined ? text(`Month ${index + 1}`) : { value: new Date(`${date}-01T00:00:00Z`), look: "date" };
