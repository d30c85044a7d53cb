import type { ScenarioPatch } from "./patch";
import { readField } from "./read-field";
import type { Option, Scenario } from "./schema";

/** One price of a person's own: USD per accelerator and hour, within the bounds of the scenario's price field. */
export type PriceBookEntry = { accelerator: string; pricePerHour: number; note?: string };

/** The prices that a person plans with, one an accelerator. */
export type PriceBook = {
  v: 1;
  /** The day it was imported, YYYY-MM-DD. */
  importedOn: string;
  /** The file it came from; absent when it was pasted. */
  file?: string;
  entries: readonly PriceBookEntry[];
};

/** Rows of a price list; far more than there are accelerators, and few enough to read at once. */
export const MAX_BOOK_ROWS = 5000;
/** Characters of a note. */
export const MAX_BOOK_NOTE = 200;
/** Characters of a file's name that are kept. */
const MAX_FILE = 120;

/** What the book says an hour of this accelerator costs, USD. Undefined where it says nothing. */
export function bookPrice(book: PriceBook | null, accelerator: string): number | undefined {
  return book?.entries.find((entry) => entry.accelerator === accelerator)?.pricePerHour;
}

/**
 * The change that puts the book's prices on the options it names. Options at that price already, and those the book
 * says nothing about, are left alone: an empty `options` means that there is nothing to do.
 */
export function applyPriceBook(
  { options }: Pick<Scenario, "options">,
  book: PriceBook,
): Required<Pick<ScenarioPatch, "options">> {
  const changes = options.flatMap((option, index): [number, Partial<Option>][] => {
    const pricePerHour = bookPrice(book, option.accelerator);
    return pricePerHour === undefined || pricePerHour === option.pricePerHour
      ? []
      : [[index, { pricePerHour, offer: undefined }]];
  });
  return { options: Object.fromEntries(changes) };
}

/** A new book of entries that were read and checked. */
export function priceBook(
  entries: readonly PriceBookEntry[],
  importedOn: string,
  file: string | undefined,
): PriceBook {
  return { v: 1, importedOn, ...(file ? { file: file.slice(0, MAX_FILE) } : {}), entries };
}

/** The book as it is kept between visits. */
export const storePriceBook = (book: PriceBook): string => JSON.stringify(book);

/**
 * Reads what `storePriceBook` wrote. Undefined when any part of it is not as written: storage belongs to the person,
 * and to every other version of this page. Checked by hand because the first paint should not wait for a schema library.
 */
export function restorePriceBook(stored: string): PriceBook | undefined {
  const value = readJson(stored);
  if (!isObject(value) || value.v !== 1 || !isDay(value.importedOn)) return undefined;
  const { importedOn, file, entries } = value;
  if (file !== undefined && (typeof file !== "string" || file.length > MAX_FILE)) return undefined;
  if (!Array.isArray(entries) || entries.length > MAX_BOOK_ROWS || !entries.every(isEntry)) return undefined;
  if (new Set(entries.map(({ accelerator }) => accelerator)).size < entries.length) return undefined;
  const kept = entries.map(({ accelerator, pricePerHour, note }) => ({
    accelerator,
    pricePerHour,
    ...(note === undefined ? {} : { note }),
  }));
  return priceBook(kept, importedOn, file);
}

function isEntry(value: unknown): value is PriceBookEntry {
  if (!isObject(value)) return false;
  const { accelerator, pricePerHour, note } = value;
  return (
    typeof accelerator === "string" &&
    accelerator !== "" &&
    typeof pricePerHour === "number" &&
    readField("options.pricePerHour", pricePerHour).ok &&
    (note === undefined || (typeof note === "string" && note.length <= MAX_BOOK_NOTE))
  );
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut or altered; the caller says so
  }
}
