import Papa from "papaparse";

/** A row of a CSV file by its headings, with the line it stands on. */
export type CsvRow = { line: number; cell: (name: string) => string };

/** The headings of a CSV file, in lower case. */
export function headings(text: string): string[] {
  const end = text.indexOf("\n");
  const first = text.slice(0, end < 0 ? 4096 : Math.min(end, 4096)).replace(/^\uFEFF/, "");
  return first.split(",").map((name) => name.trim().replace(/^"|"$/g, "").toLowerCase());
}

/** Rows of a CSV file with a heading line; a cell that is not there is empty. */
export function csvRows(text: string): CsvRow[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: ",",
    skipEmptyLines: "greedy",
  });
  const [head = [], ...rows] = data;
  const at = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]));
  return rows.map((cells, index) => ({
    line: index + 2,
    cell: (name) => (cells[at.get(name) ?? -1] ?? "").trim(),
  }));
}
