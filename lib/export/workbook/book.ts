/** What a cell is for: how it looks, and whether it may be edited. */
export type Look = "title" | "head" | "text" | "muted" | "input" | "locked" | "result" | "check" | "date";

/** One cell. A formula stands beside the value that it has now, for programs that show a file without computing it. */
export interface BookCell {
  readonly value: string | number | boolean | Date | null;
  /** Without the leading "=". */
  readonly formula?: string;
  readonly look: Look;
  /** How a number is written, as spreadsheets say it; general where absent. */
  readonly format?: string;
}

/** One sheet: rows of cells from A1 on. */
export interface BookSheet {
  readonly name: string;
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly rows: readonly (readonly (BookCell | undefined)[])[];
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}

export const text = (value: string, look: Look = "text"): BookCell => ({ value, look });
export const number = (value: number, look: Look = "locked", format?: string): BookCell => ({
  value,
  look,
  ...(format === undefined ? {} : { format }),
});
/** A formula with the value that it has now. */
export const live = (formula: string, value: number, format?: string): BookCell => ({
  ...number(value, "result", format),
  formula,
});

/** How a quantity of the months is written: amounts to the cent, tokens and counts whole, what lies between to three places. */
export function quantityFormat(unit: string, value: number): string | undefined {
  if (unit === "USD") return "#,##0.00";
  if (unit === "tok" || unit === "J" || (unit === "1" && Math.abs(value) >= 1000)) return "#,##0";
  return unit === "1" && !Number.isInteger(value) ? "#,##0.000" : undefined;
}

/** A line of headings. */
export const heads = (...labels: string[]): BookCell[] => labels.map((label) => text(label, "head"));
/** A unit as a sheet writes it: nothing where a number has none. */
export const unitText = (unit: string): string => (unit === "1" ? "" : unit);
/** A heading with its unit behind it. */
export const withUnit = ({ label, unit }: { label: string; unit: string }): string =>
  unit === "1" ? label : `${label} (${unit})`;

/** A column's letters: 0 is A, 26 is AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** The absolute address of a cell within its sheet: $D$7, of rows and columns counted from zero. */
export const cellAt = (row: number, column: number): string => `$${letters(column)}$${row + 1}`;

/** The same from another sheet: Model!$D$7. */
export const address = (sheet: string, row: number, column: number): string =>
  `${sheet}!${cellAt(row, column)}`;
