import Papa from "papaparse";

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

/** Reads comma-, semicolon- or tab-separated text whose first line has the headings. Blank lines are none. */
export function csvRows(csv: string): CsvTable {
  const { data, errors } = Papa.parse<string[]>(csv);
  const lines = lineNumbers(data);
  const quotes = new Map(errors.flatMap(({ type, code, row }) => (type === "Quotes" ? [[row, code]] : [])));
  const filled = data.flatMap((cells, row) =>
    cells.every((cell) => cell.trim() === "") ? [] : [{ cells, line: lines[row] as number, row }],
  );
  const [head, ...rest] = filled;
  const headings = (head?.cells ?? []).map((heading) => heading.trim().toLowerCase());
  const twice = headings.filter((heading, at) => heading !== "" && headings.indexOf(heading) < at);
  const rows = rest.map(({ cells, line, row }): CsvRow => {
    const more = cells.slice(headings.length).some((cell) => cell.trim() !== "");
    const fault =
      quotes.get(row) === "MissingQuotes"
        ? "a quotation mark is opened and never closed"
        : quotes.has(row)
          ? 'text follows a quotation mark that closes: write "" for one inside a cell; what comes after it was not read'
          : more
            ? `there are ${cells.length} cells under ${headings.length} headings: a cell with the separator in it stands in quotation marks`
            : undefined;
    // A line that ends early has fewer cells, which are told from empty ones.
    const named = headings.slice(0, cells.length).map((heading, at) => [heading, cells[at] as string]);
    return { cells: Object.fromEntries(named), line, ...(fault ? { fault } : {}) };
  });
  return { headings, twice: [...new Set(twice)], rows };
}

/** The line that each row begins in: a cell in quotation marks may go over several. */
function lineNumbers(data: readonly (readonly string[])[]): number[] {
  let next = 1;
  return data.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return line;
  });
}
