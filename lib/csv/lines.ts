import type Papa from "papaparse";

/** What takes a delimited text apart; handed in, because pages load it only when somebody brings a file. */
export type CsvParser = typeof Papa.parse;

/** A row of a delimited text: its cells as they stand, the line of the file that it begins in, and what is wrong with its quotes. */
export interface CsvLine {
  readonly cells: readonly string[];
  readonly line: number;
  /** `open`: a quotation mark is never closed; `after`: text follows one that closes, and was not read. */
  readonly quotes?: "open" | "after";
}

/** A delimited text as its file has it. */
export interface CsvLines {
  readonly delimiter: string;
  /** Blank rows and the one after the last line break too. */
  readonly lines: readonly CsvLine[];
}

const MARKS = [",", ";", "\t"] as const;

/** The separator that the first line uses most; headings hold none of these themselves. */
function delimiterOf(text: string): string {
  const from = text.search(/\S/);
  const end = text.indexOf("\n", Math.max(0, from));
  const head = text.slice(Math.max(0, from), end < 0 ? undefined : end);
  const uses = (mark: string) => head.split(mark).length;
  return MARKS.reduce<string>((best, mark) => (uses(mark) > uses(best) ? mark : best), ",");
}

/** The text without a byte order mark, each of its line breaks one character. */
export const plainLines = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

export const lineBreaks = (text: string): number => text.split("\n").length - 1;

/**
 * Takes comma-, semicolon- or tab-separated text apart. A cell in quotation marks may go over several lines, so that the
 * rows behind it begin further down than they are counted.
 */
export function csvLines(text: string, parse: CsvParser, delimiter?: string): CsvLines {
  const plain = plainLines(text);
  const mark = delimiter ?? delimiterOf(plain);
  const { data, errors } = parse<string[]>(plain, { delimiter: mark, newline: "\n" });
  const quotes = new Map(
    errors.flatMap(({ type, code, row }) =>
      type === "Quotes" ? [[row ?? 0, code === "MissingQuotes" ? "open" : "after"] as const] : [],
    ),
  );
  let next = 1;
  const lines = data.map((cells, row): CsvLine => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
    const fault = quotes.get(row);
    return fault ? { cells, line, quotes: fault } : { cells, line };
  });
  return { delimiter: mark, lines };
}

/** Whether nothing stands in a row. */
export const isBlank = ({ cells }: CsvLine): boolean => cells.every((cell) => cell.trim() === "");
