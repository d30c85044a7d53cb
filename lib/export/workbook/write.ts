import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Book, BookCell, BookSheet, Look } from "./book";

const GREY = { rgb: "FF6B7280" };
/** One face for every cell: a program that is told none for some of them mixes its own. */
const FACE = { name: "Arial", size: 10 };
const WRAPPED = { wrapText: true, vertical: "top" } as const;
const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: { font: { ...FACE, bold: true, size: 14 } },
  head: {
    font: { ...FACE, bold: true },
    alignment: WRAPPED,
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFEEF0F3" } },
  },
  text: { font: FACE },
  muted: { font: { ...FACE, color: GREY } },
  // Finance's habit: what may be changed is blue on a light ground, what follows is black.
  input: {
    font: { ...FACE, color: { rgb: "FF1D4ED8" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFFFF7DB" } },
    protection: { locked: false },
  },
  locked: { font: { ...FACE, color: GREY } },
  result: { font: FACE },
  check: { font: { ...FACE, bold: true } },
  date: { font: FACE, numFmt: "yyyy-mm", alignment: { horizontal: "left" } },
};

/**
 * The bytes of an .xlsx file. `cached: false` leaves out the values beside formulas, for a test that must compute them.
 * Text stays text whatever it begins with: it is written as a string, never as a formula.
 */
export function writeWorkbook({ title, sheets }: Book, { cached = true } = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map((sheet) => written(sheet, cached)), properties: { title } });
}

function written({ name, widths, frozen, rows }: BookSheet, cached: boolean): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell) cells.set(`${r},${c}`, cellOf(cell, cached));
    });
  });
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map((cell) => (cell && cell.formula === undefined ? cell.value : null))),
    cells,
    rowDefs: headingHeights(rows, widths),
    ...(frozen ? { freezePane: frozen } : {}),
    // On paper a sheet is as wide as a page, with its headings on each.
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozen && frozen.rows > 0 ? { printTitlesRow: `$1:$${frozen.rows}` } : {}),
    },
    // Without a password: it keeps hands off what is solved, and nobody out.
    protection: { sheet: true, formatColumns: true, formatRows: true },
  };
}

/** Points of one line of a heading, and how much wider its bold letters are than a column counts them. */
const LINE = 13;
const BOLD = 1.15;

/** Rows of headings as high as their longest needs, which a program does not find by itself. */
function headingHeights(rows: BookSheet["rows"], widths: readonly number[]): Map<number, { height: number }> {
  const linesOf = (cell: BookCell | undefined, column: number) =>
    cell?.look === "head" && typeof cell.value === "string"
      ? wrappedLines(cell.value, (widths[column] ?? LINE) / BOLD)
      : 1;
  return new Map(
    rows.flatMap((row, index) => {
      const lines = Math.max(1, ...row.map(linesOf));
      return lines > 1 ? [[index, { height: lines * LINE }] as const] : [];
    }),
  );
}

/** How many lines words take where each may have so many letters. */
function wrappedLines(text: string, width: number): number {
  let [lines, room] = [1, width];
  for (const word of text.split(" ")) {
    if (word.length > room && room < width) [lines, room] = [lines + 1, width];
    room -= word.length + 1;
  }
  return lines;
}

function cellOf({ value, formula, look, format }: BookCell, cached: boolean): Partial<Cell> {
  const style = format === undefined ? STYLES[look] : { ...STYLES[look], numFmt: format };
  if (formula === undefined) return { value, style };
  return { type: "formula", formula, style, ...(cached ? { formulaResult: value } : {}) };
}
