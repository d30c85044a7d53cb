/** Today's date as records write dates, YYYY-MM-DD in UTC: what a price's age is counted from. */
export const today = (): string => new Date().toISOString().slice(0, 10);
