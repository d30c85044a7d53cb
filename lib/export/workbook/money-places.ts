import { formulaCell, type Quantity } from "@/lib/formula";
import { type Month, quantities as ofMoney, type Projection } from "@/lib/money";
import { address, type BookCell, text } from "./book";

const all = [...ofMoney.values()];
export const whole = all.filter(({ scope }) => !scope.row);
export const monthly = all.filter(({ scope }) => scope.row);
const FIRST = { row: 1, money: 3, projection: 2 } as const;

/** The options that are projected, with their position. */
export type Projected = readonly { readonly option: number; readonly projection: Projection }[];

/** An option, in a month where the quantity has one value a month. */
export interface MoneySpot {
  readonly option: number;
  readonly month?: number;
}

/** Where a quantity of the months stands. */
export class MoneyPlaces {
  constructor(
    readonly projected: Projected,
    readonly months: number,
  ) {}

  of(quantity: Quantity, { option, month = 0 }: MoneySpot): string {
    if (!quantity.scope.row)
      return address("Money", FIRST.row + whole.indexOf(quantity), FIRST.money + option);
    const block = this.projected.findIndex((each) => each.option === option);
    const row = FIRST.row + block * this.months + month;
    return address("Projection", row, FIRST.projection + monthly.indexOf(quantity));
  }

  printed(quantity: Quantity, spot: MoneySpot): string | undefined {
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
