import type { CatalogColumn, CatalogRow } from "./catalog-table";
import { type FilterReading, presenceFilter, readNumberFilter } from "./number-filter";

const DATE = String.raw`\d{4}(?:-\d{2}){0,2}`;
const DATE_FILTER = new RegExp(String.raw`^(>=|<=|≥|≤|>|<|=)?\s*(${DATE})(?:\s*\.\.\s*(${DATE}))?$`);
/** Sorts behind every date that begins with what stands before it. */
const END = "~";

/** Reads what a reader typed into a column's filter. Text that cannot be meant is refused with a message. */
export function readCellFilter(text: string, column: CatalogColumn): FilterReading {
  switch (column.filter) {
    case "number":
      return readNumberFilter(text, column);
    case "date":
      return readDateFilter(text.trim());
    case "choice":
      return presenceFilter(text) ?? { ok: true, test: (value) => String(value) === text, understood: text };
    case "text":
      return (
        presenceFilter(text.trim()) ?? {
          ok: true,
          test: (value) => value !== null && holdsSearch(String(value), text),
          understood: `contains ${text.trim()}`,
        }
      );
  }
}

/** Whether every word of `search` stands somewhere in `text`, whatever the case. */
export function holdsSearch(text: string, search: string): boolean {
  const among = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => among.includes(word));
}

/** What the search box looks through: every text of a row, in hidden columns too. */
export function searchText(columns: readonly CatalogColumn[], row: CatalogRow): string {
  return columns
    .filter(({ kind }) => kind === "text")
    .map(({ id }) => row[id] ?? "")
    .concat(row.id)
    .join(" ");
}

/** "2026", "2026-05", ">=2025-06", "2025..2026-03". A month or year means all of it. */
function readDateFilter(text: string): FilterReading {
  const presence = presenceFilter(text);
  if (presence) return presence;
  const [, sign, first, last] = DATE_FILTER.exec(text) ?? [];
  if (!first || (sign && last)) {
    return { ok: false, message: `write a date or a range, such as >=2025-06 or 2025..2026, not "${text}"` };
  }
  const upper = (last ?? first) + END;
  const tests: Record<string, (value: string) => boolean> = {
    ">": (value) => value > upper,
    "<": (value) => value < first,
    "≥": (value) => value >= first,
    "≤": (value) => value <= upper,
  };
  const word = sign?.replace(">=", "≥").replace("<=", "≤") ?? "";
  const test = tests[word] ?? ((value: string) => value >= first && value <= upper);
  const understood = last ? `${first} to ${last}` : `${word} ${first}`.trim();
  return { ok: true, test: (value) => typeof value === "string" && test(value), understood };
}
