/** Today's date as records write dates, YYYY-MM-DD in UTC: what a price's age is counted from. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export const DAY_MS = 24 * 3600 * 1000;
/** A price older than this is shown as stale. */
export const PRICE_DAYS = 90;

/**
 * Whole days between a date and today (YYYY-MM-DD); at least 0. A year or a month counts from its first day: a price
 * that may be old is not taken for a fresh one.
 */
export function daysSince(date: string, today: string): number {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return Math.max(0, Math.floor((Date.parse(today) - Date.UTC(Number(year), month - 1, day)) / DAY_MS));
}

/** Whether a price of this date is, or may be, too old to be taken for today's. */
export const isStalePrice = (asOf: string, today: string): boolean => daysSince(asOf, today) > PRICE_DAYS;
