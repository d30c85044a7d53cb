import { type CsvParser, csvLines, lineBreaks, plainLines } from "@/lib/csv/lines";
import type { CsvCells, RowNote } from "@/lib/scenario/price-book-rows";

/** Characters of a price list; a line for every accelerator there is needs a tenth. */
export const MAX_CSV = 250_000;

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
  if (text.length > most) return refuse(1, `it has more than ${most} characters`);
  const odd = /[\0\uFFFD]/.exec(text);
  if (odd) {
    const line = 1 + lineBreaks(plainLines(text.slice(0, odd.index)));
    return refuse(line, 'it is not UTF-8 text: save it as "CSV UTF-8"');
  }
  const { delimiter, lines } = csvLines(text, parse);
  const broken = lines.find(({ quotes }) => quotes);
  if (broken) {
    const message = 'a quotation mark is never closed, or text follows it: write "" for one inside text';
    return refuse(broken.line, message);
  }
  return { ok: true, csv: { delimiter, rows: lines } };
}
