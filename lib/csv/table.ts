import Papa from "papaparse";
import { type CsvLine, csvLines, isBlank } from "./lines";

/** A row of a table: its cells by heading, the line of the file that it begins in, and what is wrong with it as a row. */
export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
  readonly fault?: string;
}

/** A table as its file has it. */
export interface CsvTable {
  /** In small letters, without the blanks around them. */
  readonly headings: readonly string[];
  /** Headings that stand there more than once, of which nobody knows which is meant. */
  readonly twice: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** The rows of a delimited text that are not blank. */
export const csvRows = (text: string) => csvLines(text, Papa.parse).lines.filter((line) => !isBlank(line));

/** The headings of a delimited text, of which no more than its first lines is read. */
export function csvHeadings(text: string): readonly string[] {
  return headingsOf(csvRows(text.slice(0, HEAD))[0]);
}

const headingsOf = (head: CsvLine | undefined): string[] =>
  (head?.cells ?? []).map((heading) => heading.trim().toLowerCase());

/** More than any line of headings that is read. */
const HEAD = 4096;

/** Reads comma-, semicolon- or tab-separated text whose first line has the headings. Blank lines are none. */
export function csvTable(text: string): CsvTable {
  const [head, ...rest] = csvRows(text);
  const headings = headingsOf(head);
  const twice = headings.filter((heading, at) => heading !== "" && headings.indexOf(heading) < at);
  const rows = rest.map(({ cells, line, quotes }): CsvRow => {
    const more = cells.slice(headings.length).some((cell) => cell.trim() !== "");
    const fault = quotes
      ? QUOTES[quotes]
      : more
        ? `there are ${cells.length} cells under ${headings.length} headings: a cell with the separator in it stands in quotation marks`
        : undefined;
    // A line that ends early has fewer cells, which are told from empty ones.
    const named = headings.slice(0, cells.length).map((heading, at) => [heading, cells[at] as string]);
    return { cells: Object.fromEntries(named), line, ...(fault ? { fault } : {}) };
  });
  return { headings, twice: [...new Set(twice)], rows };
}

/** The cells of a row by their headings, without blanks around them; one that is not there is empty. */
export const cellsOf =
  ({ cells }: CsvRow) =>
  (heading: string): string =>
    Object.hasOwn(cells, heading) ? (cells[heading] as string).trim() : "";

const QUOTES = {
  open: "a quotation mark is opened and never closed",
  after:
    'text follows a quotation mark that closes: write "" for one inside a cell; what comes after it was not read',
} as const;
