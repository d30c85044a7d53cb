import type { Estimate, OptionEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { dayText } from "@/lib/units";
import { amountText, inCurrency } from "../currency";
import { explainedFigure } from "../figure-column";
import { priceFacts } from "../price-facts";
import { type Column, columnScale, type Table } from "../table";
import type { Board, BoardRow } from "./board";
import { boardTable } from "./board-table";

/** Where prices come from, a column a fact. */
export const priceColumns = [
  { id: "acceleratorPrice", label: "Price", unit: "USD/s", shownIn: "USD/h", kind: "number" },
  { id: "provider", label: "Provider", kind: "text" },
  { id: "term", label: "Term", kind: "text" },
  { id: "asOf", label: "Price of", kind: "text" },
] as const satisfies readonly Column[];

type Priced = Column & (typeof priceColumns)[number];
export type PriceColumn = Priced["id"];

/** The same with the price in what a plan's amounts are shown in. */
export const priceColumnsIn = (currency: PlanCurrency | undefined): Priced[] =>
  inCurrency({ id: "", title: "", columns: [...priceColumns], rows: [] }, currency).columns as Priced[];

/** A row's cells under these columns. */
export const priceCells = (option: OptionEstimate, index: number): Table["rows"][number] => ({
  acceleratorPrice: explainedFigure(option, index, "acceleratorPrice"),
  ...priceFacts(option),
});

/** The same as parts of a line: "$4.50/h", "Nebius", "on demand", "2026-10-10"; none where no price is known. */
export function priceParts(option: OptionEstimate, currency: PlanCurrency | undefined): string[] {
  const { provider, term, asOf } = priceFacts(option);
  const second = option.figures.acceleratorPrice;
  const hour = second === undefined ? null : amountText(second, "USD/s", currency);
  return [hour, provider, term, asOf && dayText(asOf)].filter((part) => part !== null);
}

/** The board's table with the columns that say where its prices come from, for a file and for paper. */
export function boardWithPrices(estimate: Estimate, board: Board): Table {
  const { columns, rows, ...table } = boardTable(estimate, board);
  const [name, ...figures] = columns as [Column, ...Column[]];
  const api = { acceleratorPrice: null, provider: null, term: null, asOf: null };
  const cells = [
    ...board.kept.map(cellsOf),
    ...board.apis.map(({ provider, asOf }) => ({
      ...api,
      provider,
      term: "per token",
      asOf,
    })),
    ...board.rest.map(cellsOf),
  ];
  const priced = {
    ...table,
    columns: [name, ...priceColumns, ...figures],
    rows: rows.map((row, place) => ({ ...row, ...cells[place] })),
  };
  return inCurrency(priced, estimate.scenario.currency);
}

const cellsOf = ({ option, index }: BoardRow) => priceCells(option, index);

/** The scale of the price's column over these rows. */
export const priceScale = (options: readonly OptionEstimate[], currency: PlanCurrency | undefined) =>
  columnScale(
    { id: "", title: "", columns: [], rows: options.map((option, index) => priceCells(option, index)) },
    priceColumnsIn(currency)[0] as Column,
  );
