import { parseUnit } from "@/lib/units";
import { type Column, cellValue, type Table } from "@/lib/view/table";

/** Who will open the file: any program, Excel, or Excel where a decimal comma is usual. */
export type CsvProfile = "standard" | "excel" | "excel-eu";

const PROFILES: Record<CsvProfile, { mark: string; separator: string; decimal: string }> = {
  standard: { mark: "", separator: ",", decimal: "." },
  // Without the byte order mark Excel takes UTF-8 for the local code page.
  excel: { mark: "\uFEFF", separator: ",", decimal: "." },
  "excel-eu": { mark: "\uFEFF", separator: ";", decimal: "," },
};
const LINE_END = "\r\n";

/**
 * A table as CSV (RFC 4180): one header line with units, numbers unrounded, an empty cell where there is no figure.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe. Throws on a number that is not finite.
 */
export function toCsv(table: Table, profile: CsvProfile = "standard"): string {
  const { mark, separator, decimal } = PROFILES[profile];
  const line = (cells: string[]) => cells.map(quote).join(separator) + LINE_END;
  const header = line(table.columns.map((column) => harmless(title(column))));
  const rows = table.rows.map((row) =>
    line(table.columns.map((column) => cell(cellValue(row[column.id]), decimal, column))),
  );
  return mark + header + rows.join("");
}

function title({ label, unit, shownIn = unit, currency }: Column): string {
  const written = currency ? shownIn?.replace("USD", currency.code) : shownIn;
  return written && written !== "1" ? `${label} (${written})` : label;
}

function cell(value: string | number | null, decimal: string, { id, shownIn, currency }: Column): string {
  if (value === null) return "";
  if (typeof value === "string") return harmless(value);
  if (!Number.isFinite(value)) throw new RangeError(`column "${id}" holds ${value}, which is not a figure`);
  const amount = value * (currency?.perDollar ?? 1);
  return String(shownIn ? amount / parseUnit(shownIn).factor : amount).replace(".", decimal);
}

// What some program strips before it looks for a formula: controls, blanks, marks that combine, and all that is drawn
// as nothing or as a blank.
const STRIPPED = /^[\s\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*/u;
// A full-width, small, raised or lowered form decomposes to the plain sign, as some programs fold it; the minus sign
// proper does not.
const OPENS_FORMULA = /^[=+\-@\u2212]/;

function harmless(text: string): string {
  const [first = ""] = text.replace(STRIPPED, "");
  return OPENS_FORMULA.test(first.normalize("NFKD")) || /^[\t\r\n\0]/.test(text) ? `'${text}` : text;
}

// Both separators count whatever the profile, so that a file opened under the other one keeps its columns apart.
function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
