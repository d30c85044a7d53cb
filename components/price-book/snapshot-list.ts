import type { MappedOffer } from "@/lib/catalog/snapshots/map-offer";
import { type MarketWords, marketIndex } from "@/lib/catalog/snapshots/market-index";
import { onePriceEach } from "@/lib/catalog/snapshots/one-price-each";
import { readSnapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { byReason, type Refusal } from "@/lib/catalog/snapshots/reading";
import { snapshotShapeOf } from "@/lib/catalog/snapshots/shapes";
import { MAX_BOOK_NOTE } from "@/lib/scenario/price-book";
import type { PriceListReading, RowNote } from "@/lib/scenario/price-book-rows";
import { grouped } from "@/lib/units";

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

/** One price for each accelerator of a price file that can be planned with, as the import shows lists. */
export async function readSnapshotList(
  name: string,
  text: string,
  accelerators: readonly { id: string }[],
): Promise<PriceListReading> {
  const refuse = (message: string): PriceListReading => ({
    ok: false,
    refusal: { field: "file", message },
  });
  let market: MarketWords;
  try {
    market = await marketWords();
  } catch {
    return refuse("what its names mean could not be loaded; check the connection, then try again");
  }
  const reading = readSnapshot(name, text, marketIndex(market));
  if (!reading.ok) return refuse(reading.why);
  const { offers, refused, shape, day, managed } = reading.snapshot;
  const plannable = new Set(accelerators.map(({ id }) => id));
  const known = offers.filter(({ offer }) => plannable.has(offer.accelerator));
  const incomplete = offers.filter((one) => !known.includes(one)).map(unplannable);
  const entries = onePriceEach(known).map(({ note, ...entry }) => ({
    ...entry,
    note: note.slice(0, MAX_BOOK_NOTE),
  }));
  const title = `${shape.title}, ${day}`;
  if (entries.length === 0) return refuse(`${title}: ${whyNone(known.length, managed)}`);
  const left = summary([...refused, ...incomplete]);
  return { ok: true, shape: title, entries, refused: left, replaced: [], unusedColumns: [] };
}

/** A list of one's own holds one price on demand for each accelerator; files may hold others. */
function whyNone(offers: number, managed: boolean): string {
  if (offers > 0) return "it has no whole machine on demand, which is what a list of one's own is made of";
  if (managed) return "it prices managed models, and a list of one's own prices accelerators";
  return "it prices no accelerator that can be planned with";
}

const unplannable = ({ provider, offer }: MappedOffer): Refusal => ({
  at: offer.at,
  what: [provider.name, offer.instance, offer.region].filter(Boolean).join(" "),
  why: `${offer.accelerator} is not complete enough in this catalog to plan with`,
});

/** One line a reason: a file of a whole cloud has thousands of machines without an accelerator. */
const summary = (refused: readonly Refusal[]): RowNote[] =>
  byReason(refused).map(({ why, rows: [first, ...others] }) => {
    const what = first?.what ?? "";
    const line = /^line (\d+)/.exec(first?.at ?? "")?.[1];
    const more = others.length > 0 ? ` and ${grouped(others.length)} more` : "";
    return {
      ...(line ? { line: Number(line) } : {}),
      field: `${what}${more}`,
      message: why,
      rows: 1 + others.length,
    };
  });
