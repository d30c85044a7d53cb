import { FIT_FOR_NAME } from "./name";
import { MAX_BOOK_NOTE, MAX_BOOK_ROWS, type PriceBookEntry } from "./price-book";
import { type BookColumns, readColumns } from "./price-book-columns";
import { readField } from "./read-field";
import { spelling } from "./spelling";

/** The cells of a delimited text, each row with the line it starts on, counted from 1. */
export type CsvCells = { delimiter: string; rows: readonly { line: number; cells: readonly string[] }[] };

/** What an accelerator may be called in a price list. */
export type KnownAccelerator = { id: string; name: string };

/** Something about one place of the list. */
export type RowNote = { line?: number; field: string; message: string; rows?: number };

/**
 * A price list as it was understood. Every row that is not blank is either an entry, or in `refused`, or in
 * `replaced` because a later row names the same accelerator. A list without readable columns is refused whole.
 */
export type PriceListReading =
  | {
      ok: true;
      entries: PriceBookEntry[];
      refused: RowNote[];
      replaced: RowNote[];
      unusedColumns: string[];
      /** What kind of a cloud's price file it is, and of which day, where it is none of a person's own. */
      shape?: string;
    }
  | { ok: false; refusal: RowNote };

type RowReading =
  | { ok: true; entry: PriceBookEntry; name: string }
  | { ok: false; field: string; message: string };

/** Reads a price list: a heading line, then one accelerator a row by its id or name. Never throws. */
export function readPriceList(
  { delimiter, rows }: CsvCells,
  accelerators: readonly KnownAccelerator[],
): PriceListReading {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const refuse = (line: number, field: string, message: string): PriceListReading => ({
    ok: false,
    refusal: { line, field, message },
  });
  if (!head) return refuse(1, "file", "it is empty: write a line of headings and one row an accelerator");
  const reading = readColumns(head.cells);
  if (!reading.ok) return refuse(head.line, reading.field, reading.message);
  if (body.length === 0) return refuse(head.line, "file", "there is no row below the headings");
  if (body.length > MAX_BOOK_ROWS) {
    return refuse(head.line, "file", `it has ${body.length} rows; at most ${MAX_BOOK_ROWS} are read`);
  }

  const reader = { columns: reading.columns, delimiter, find: finder(accelerators) };
  const taken = new Map<string, { line: number; entry: PriceBookEntry }>();
  const refused: RowNote[] = [];
  const replaced: RowNote[] = [];
  for (const { line, cells } of body) {
    const row = readRow(cells, reader);
    if (!row.ok) {
      refused.push({ line, field: row.field, message: row.message });
      continue;
    }
    const { entry, name } = row;
    const earlier = taken.get(entry.accelerator);
    if (earlier) {
      const message = `${name} is named again on line ${line}, which counts`;
      replaced.push({ line: earlier.line, field: "accelerator", message });
    }
    taken.delete(entry.accelerator); // so that the row that counts also stands where it was written
    taken.set(entry.accelerator, { line, entry });
  }
  const entries = [...taken.values()].map(({ entry }) => entry);
  return { ok: true, entries, refused, replaced, unusedColumns: reading.columns.unused };
}

type Reader = { columns: BookColumns; delimiter: string; find: ReturnType<typeof finder> };

function readRow(cells: readonly string[], { columns, delimiter, find }: Reader): RowReading {
  const cell = (at: number | undefined) => (at === undefined ? "" : (cells[at] ?? "").trim());
  if (cells.slice(columns.count).some((text) => text.trim() !== "")) {
    const message = `it has ${cells.length} cells under ${columns.count} headings: put text with "${delimiter}" between quotes`;
    return { ok: false, field: "row", message };
  }
  const found = find(cell(columns.accelerator));
  if (!found.ok) return { ...found, field: "accelerator" };
  const price = readField("options.pricePerHour", withPoint(cell(columns.price), delimiter));
  if (!price.ok) return { ok: false, field: "price", message: price.message };
  const note = readNote(cell(columns.note));
  if (!note.ok) return { ...note, field: "note" };
  return {
    ok: true,
    entry: {
      accelerator: found.accelerator.id,
      pricePerHour: price.value,
      ...(note.text && { note: note.text }),
    },
    name: found.accelerator.name,
  };
}

/** Programs that separate cells by ";" write "2,49". One or two digits behind a comma can be nothing but decimals. */
function withPoint(price: string, delimiter: string): string {
  return delimiter === ";" ? price.replace(/^([^\d]*\d+),(\d{1,2})(?![\d.,])/, "$1.$2") : price;
}

/** The apostrophe that keeps a spreadsheet from running a text is no part of it. */
const GUARD = /^'(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

function readNote(cell: string): { ok: true; text: string } | { ok: false; message: string } {
  const text = cell.replace(/\s+/g, " ").replace(GUARD, "");
  if (text.length > MAX_BOOK_NOTE) {
    return { ok: false, message: `it has ${text.length} characters; at most ${MAX_BOOK_NOTE} are kept` };
  }
  if (!FIT_FOR_NAME.test(text)) return { ok: false, message: "it holds characters that cannot be shown" };
  return { ok: true, text };
}

/** What is longer names no accelerator, nor a part of one. */
const MAX_LABEL = 200;
const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** Finds an accelerator by its whole id or name. A part of one is not taken for it, but says which it could be. */
function finder(accelerators: readonly KnownAccelerator[]) {
  const known = new Map(
    accelerators.flatMap((one) => [[spelling(one.id), one] as const, [spelling(one.name), one] as const]),
  );
  const labels = accelerators.map((one) => ({ ...one, parts: words(`${one.id} ${one.name}`) }));
  return (text: string): { ok: true; accelerator: KnownAccelerator } | { ok: false; message: string } => {
    if (text === "") return { ok: false, message: "it is empty: write an id or a name of the catalog" };
    const accelerator = known.get(spelling(text));
    if (accelerator) return { ok: true, accelerator };
    const typed = text.length > MAX_LABEL ? [] : words(text);
    const near = labels.filter(
      ({ parts }) => typed.length > 0 && typed.every((word) => parts.some((part) => part.startsWith(word))),
    );
    const few = near.slice(0, 4).map(({ name }) => name);
    const hint = few.length > 0 && near.length <= 8 ? `; did you mean ${few.join(", or ")}?` : "";
    return { ok: false, message: `no accelerator is called "${text.slice(0, 60)}"${hint}` };
  };
}
