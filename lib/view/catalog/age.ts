const DAY_MS = 24 * 3600 * 1000;
/** A price older than this is shown as stale. */
export const PRICE_DAYS = 90;

/** Whole days between a date (YYYY, YYYY-MM or YYYY-MM-DD, at its latest reading) and today (YYYY-MM-DD); at least 0. */
export function daysSince(date: string, today: string): number {
  const [year = "", month = "12", day] = date.split("-");
  // Day 0 of the next month is the last day of this one.
  const at = day
    ? Date.UTC(Number(year), Number(month) - 1, Number(day))
    : Date.UTC(Number(year), Number(month), 0);
  return Math.max(0, Math.floor((Date.parse(today) - at) / DAY_MS));
}

/** Whether a price of this date is too old to be taken for today's. */
export const isStalePrice = (asOf: string, today: string): boolean => daysSince(asOf, today) > PRICE_DAYS;
