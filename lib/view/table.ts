import { formatQuantity, ownScale, parseUnit, type SharedScale, sharedScale } from "@/lib/units";

/** A column of a table. `unit` is the unit its numbers are in; absent or empty where there is none. */
export type Column = {
  id: string;
  label: string;
  unit?: string;
  /** The unit that page and file write its numbers in, where that is another one than they are in. */
  shownIn?: string;
  kind: "text" | "number";
  /** Amounts of dollars that are shown in another currency, at so much for one. */
  currency?: { code: string; sign: string; perDollar: number };
  /** Numbers are names rather than amounts: years are not grouped by thousands. */
  plain?: true;
  /** The column that holds the unit of each row's number, where it differs from row to row. */
  unitIn?: string;
};

/** A number that the engine can explain: the option it belongs to and the engine's address of it. */
export type ExplainedNumber = { value: number; option: number; address: string };

/** What a cell holds; null where there is no figure. */
export type Cell = string | number | null | ExplainedNumber;

/** What a chart, a page and an export share: rows by column id, numbers unrounded. */
export type Table<C extends Column = Column, R extends Record<string, Cell> = Record<string, Cell>> = {
  id: string;
  title: string;
  columns: C[];
  rows: R[];
};

/** A cell without its explanation. */
export const cellValue = (cell: Cell | undefined): string | number | null =>
  typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);

/** The table with plain values in its cells. */
export const withoutExplanations = <C extends Column>(table: Table<C>): Table<C> => ({
  ...table,
  rows: table.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, cellValue(cell)])),
  ),
});

/** The scale that all numbers of a column share, and with it the unit in the column's header. */
export function columnScale(table: Table, column: Column): SharedScale {
  const { id, unit = "1", shownIn, plain, unitIn, currency } = column;
  if (plain) return { ...ownScale, text: String };
  if (unitIn) return ownScale;
  const values = table.rows.map((row) => cellValue(row[id])).filter((value) => typeof value === "number");
  if (currency) {
    const scale = sharedScale(
      values.map((value) => value * currency.perDollar),
      unit,
    );
    return {
      unit: scale.unit.replace("USD", currency.sign),
      factor: scale.factor / currency.perDollar,
      text: (value) => scale.text(value * currency.perDollar),
    };
  }
  if (!shownIn) return sharedScale(values, unit);
  const { factor } = parseUnit(shownIn);
  const scale = sharedScale(
    values.map((value) => value / factor),
    shownIn,
  );
  return { unit: shownIn, factor, text: (value) => scale.text(value / factor) };
}

/** A column's unit as its header says it: "GB", "$/h"; empty for plain numbers and text. */
export const headerUnit = ({ unit }: Pick<SharedScale, "unit">): string => unit.replace("USD", "$");

/** A number with nearly every digit and its unit, for whoever points at it. */
export const fullText = (value: number, unit = "1"): string =>
  formatQuantity(value * parseUnit(unit).factor, unit).full;
