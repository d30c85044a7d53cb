import { type MarketWords, marketIndex } from "@/lib/catalog/snapshots/market-index";
import { onePriceEach } from "@/lib/catalog/snapshots/one-price-each";
import { readSnapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { byReason, type Refusal } from "@/lib/catalog/snapshots/reading";
import { snapshotShapeOf } from "@/lib/catalog/snapshots/shapes";
import { MAX_BOOK_NOTE } from "@/lib/scenario/price-book";
import type { PriceListReading, RowNote } from "@/lib/scenario/price-book-rows";

let words: Promise<MarketWords> | undefined;

/** The catalog's words for what price lists name, asked for once. The list itself never leaves the browser. */
function marketWords(): Promise<MarketWords> {
  words ??= fetch("/api/v1/catalog/market").then(async (answer) => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return (await answer.json()) as MarketWords;
  });
  words.catch(() => {
    words = undefined; // so that the next try asks again
  });
  return words;
}

/** Whether a text is one of the known kinds of price file, which name many offers of one accelerator. */
export const isSnapshot = (text: string): boolean => snapshotShapeOf(text) !== undefined;

/** One price for each accelerator of a price file, as the import shows lists. */
export async function readSnapshotList(name: string, text: string): Promise<PriceListReading> {
  const refuse = (message: string): PriceListReading => ({
    ok: false,
    refusal: { line: 1, field: "file", message },
  });
  let known: MarketWords;
  try {
    known = await marketWords();
  } catch {
    return refuse("what its names mean could not be loaded; check the connection, then try again");
  }
  const reading = readSnapshot(name, text, marketIndex(known));
  if (!reading.ok) return refuse(reading.why);
  const { offers, refused, shape, day } = reading.snapshot;
  const entries = onePriceEach(offers).map(({ note, ...entry }) => ({
    ...entry,
    note: note.slice(0, MAX_BOOK_NOTE),
  }));
  if (entries.length === 0) return refuse(`${shape.title}, ${day}: it prices no accelerator of this catalog`);
  return { ok: true, entries, refused: summary(refused), replaced: [], unusedColumns: [] };
}

/** One line a reason: a file of a whole cloud has thousands of machines without an accelerator. */
const summary = (refused: readonly Refusal[]): RowNote[] =>
  byReason(refused).map(({ why, rows: [first, ...others] }) => {
    const what = first?.what ?? "";
    const line = Number(/\d+/.exec(first?.at ?? "")?.[0] ?? 1);
    return { line, field: others.length > 0 ? `${what} and ${others.length} more` : what, message: why };
  });
