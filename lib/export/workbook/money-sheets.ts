import { type Estimate, quantities as ofEngine, type QuantityId } from "@/lib/engine";
import { formulaCell, type Input, type Quantity } from "@/lib/formula";
import {
  askedInMonth,
  type BaseDemand,
  FIGURES,
  type Month,
  quantities as ofMoney,
  type Projection,
} from "@/lib/money";
import {
  address,
  type BookCell,
  type BookSheet,
  heads,
  live,
  number,
  text,
  unitText,
  withUnit,
} from "./book";
import type { Places } from "./places";

/** The months of every option, and what holds for all of them. */

const all = [...ofMoney.values()];
const whole = all.filter(({ scope }) => !scope.row);
const monthly = all.filter(({ scope }) => scope.row);
const FIRST = { row: 1, money: 3, projection: 2 } as const;

/** The options that are projected, with their position. */
type Projected = readonly { readonly option: number; readonly projection: Projection }[];

interface MoneySpot {
  readonly option: number;
  readonly month?: number;
}

/** Where a quantity of the months stands. */
class MoneyPlaces {
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

const dateCell = ({ date, index }: Month): BookCell =>
  date === undefined ? text(`Month ${index + 1}`) : { value: new Date(`${date}-01T00:00:00Z`), look: "date" };

/**
 * An input of the money sheet: the model's own figure where it is one, so that an edit upstream comes down to here. What
 * months take for something else than the model does (owned machines have no commitment) is a number of its own.
 */
function givenCell(input: Input, option: number, value: number, places: Places): BookCell {
  if (input.constant !== undefined) return number(value, "locked");
  const linked = ofEngine.get(LINKED[input.id] ?? "");
  const cells = places.options[option];
  return linked && cells?.known(linked) && cells.value(linked) === value
    ? live(places.of(linked, { option }), value)
    : number(value, "input");
}

/** Inputs of the months that the plan itself says. */
const LINKED: Readonly<Record<string, QuantityId>> = {
  ...FIGURES,
  plannedUtilisation: "utilisation",
  planReplicas: "replicas",
  readTokens: "turnTokens",
  writtenTokens: "outputTokens",
  committedFleetShare: "committedShare",
  unitResidual: "residualShare",
  ownedFleet: "bought",
};

/** What a month asks for: of the plan's own figures, those of the option that says it. */
function demandCell({ requests, option, of }: BaseDemand, places: Places, at: MoneyPlaces): BookCell {
  const where = (quantity: Quantity) =>
    ofMoney.get(quantity.id) === quantity ? at.of(quantity, { option }) : places.of(quantity, { option });
  if (!of) return number(requests, "locked");
  return live(of === askedInMonth ? formulaCell(askedInMonth, where) : where(of), requests);
}

/** Money's own inputs and totals, one column an option; and the months, one line an option and month. */
export function moneySheets(
  { options }: Estimate,
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
