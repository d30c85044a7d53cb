import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Book, BookCell, BookSheet, Look } from "./book";

const GREY = { rgb: "FF6B7280" };
const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  head: { font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFEEF0F3" } } },
  text: {},
  muted: { font: { color: GREY } },
  // Finance's habit: what may be changed is blue on a light ground, what follows is black.
  input: {
    font: { color: { rgb: "FF1D4ED8" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFFFF7DB" } },
    protection: { locked: false },
  },
  locked: { font: { color: GREY } },
  result: {},
  check: { font: { bold: true } },
  date: { numFmt: "yyyy-mm" },
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
    ...(frozen ? { freezePane: frozen } : {}),
    // Without a password: it keeps hands off what is solved, and nobody out.
    protection: { sheet: true, formatColumns: true, formatRows: true },
  };
}

function cellOf({ value, formula, look, format }: BookCell, cached: boolean): Partial<Cell> {
  const style = format === undefined ? STYLES[look] : { ...STYLES[look], numFmt: format };
  if (formula === undefined) return { value, style };
  return { type: "formula", formula, style, ...(cached ? { formulaResult: value } : {}) };
}
