import type Papa from "papaparse";
import type { CsvCells, RowNote } from "@/lib/scenario/price-book-rows";

/** What takes a delimited text apart; handed in, because it is loaded only when somebody imports prices. */
export type CsvParser = typeof Papa.parse;

/** Characters of a price list; a line for every accelerator there is needs a tenth. */
export const MAX_CSV = 250_000;

/** The separator that the first line uses most. A price list's headings hold none of these themselves. */
function delimiterOf(text: string): string {
  const [head = ""] = text.trimStart().split("\n");
  const uses = (mark: string) => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (uses(mark) > uses(best) ? mark : best));
}

const lineBreaks = (text: string) => text.split("\n").length - 1;

/**
 * The cells of comma-, semicolon- or tab-separated text, each row with its line. Text that is cut inside quotes, too
 * long or not UTF-8 is refused whole, because nothing in it can be trusted.
 */
export function csvCells(
  text: string,
  parse: CsvParser,
  most = MAX_CSV,
): { ok: true; csv: CsvCells } | { ok: false; refusal: RowNote } {
  const refuse = (line: number, message: string) => ({
    ok: false as const,
    refusal: { line, field: "file", message },
  });
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (plain.length > most) return refuse(1, `it has more than ${most} characters`);
  const odd = /[\0\uFFFD]/.exec(plain);
  if (odd) {
    const line = 1 + lineBreaks(plain.slice(0, odd.index));
    return refuse(line, 'it is not UTF-8 text: save it as "CSV UTF-8"');
  }
  const delimiter = delimiterOf(plain);
  const { data, errors } = parse<string[]>(plain, { delimiter, newline: "\n" });
  let next = 1;
  const rows = data.map((cells) => {
    const line = next;
    // A row ends in a line break and may hold more of them between quotes.
    next += 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    return { line, cells };
  });
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes) {
    const line = rows[quotes.row ?? 0]?.line ?? 1;
    return refuse(line, 'a quotation mark is never closed, or text follows it: write "" for one inside text');
  }
  return { ok: true, csv: { delimiter, rows } };
}
