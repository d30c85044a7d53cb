import type { Money } from "@/lib/scenario/schema";

/** By definition. */
const YEAR = 12;
/** By judgement: what counts where a person says nothing, as the fields say. */
const MONTHS = 36;
const BUSIEST = 12;

/** A month of the projection: its number from zero, and its date as YYYY-MM where the plan is dated. */
export interface Month {
  readonly index: number;
  readonly date?: string;
  /** Traffic over the year's mean. */
  readonly season: number;
}

/**
 * The months of a projection, with real dates once a year is said. Traffic swings about its mean as a cosine of the
 * year, at its most in the busiest month; undated plans start in January for that.
 */
export function monthsOf(money: Money): Month[] {
  const { startYear, startMonth = 1, months = MONTHS, seasonSwing = 0, seasonPeak = BUSIEST } = money;
  return Array.from({ length: months }, (_, index) => {
    const at = startMonth - 1 + index;
    const calendar = (at % YEAR) + 1;
    const season = 1 + seasonSwing * Math.cos((2 * Math.PI * (calendar - seasonPeak)) / YEAR);
    if (startYear === undefined) return { index, season };
    const year = startYear + Math.floor(at / YEAR);
    return { index, season, date: `${year}-${String(calendar).padStart(2, "0")}` };
  });
}
