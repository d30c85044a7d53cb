import type { Price } from "./price";

/** Offers of this many days before the newest are compared; longer windows only while providers are few. */
const WINDOWS = [90, 180, 365, 3650];
/** With fewer providers than this one odd price could be the answer. */
const ENOUGH_PROVIDERS = 3;
const DAY = 86_400_000;

/** Offers of one market that compare with each other. */
export interface ComparableOffers {
  /** All of them, of the days that were let in. */
  readonly offers: readonly Price[];
  readonly days: number;
  /** Each provider's cheapest per accelerator-hour, cheapest first; at least one. */
  readonly cheapest: readonly Price[];
  /** Whether fewer providers than three are all there is. */
  readonly few: boolean;
}

/**
 * What compares of a market's offers: whole machines, dated within 90 days of the newest, within longer windows while
 * fewer than three providers are in. Medians over a marketplace's offers do not, for nobody can rent at them. Undefined
 * where nothing is left.
 */
export function comparableOffers(market: readonly Price[]): ComparableOffers | undefined {
  const whole = market.filter(
    ({ covers, perAcceleratorHour: { note } }) => covers === undefined && !note?.startsWith("Median of"),
  );
  if (whole.length === 0) return undefined;
  const newest = Math.max(...whole.map(({ asOf }) => dayOf(asOf)));
  const windows = WINDOWS.map((days) => {
    const offers = whole.filter(({ asOf }) => dayOf(asOf) >= newest - days * DAY);
    return { days, offers, cheapest: cheapestByProvider(offers) };
  });
  const most = Math.min(ENOUGH_PROVIDERS, windows.at(-1)?.cheapest.length ?? 0);
  const window = windows.find(({ cheapest }) => cheapest.length >= most);
  return window && { ...window, few: most < ENOUGH_PROVIDERS };
}

/** The middle of sorted offers, the lower of two. */
export const middleOf = (sorted: readonly Price[]): Price | undefined =>
  sorted[Math.floor((sorted.length - 1) / 2)];

/** Each provider's cheapest offer, the newest of equal ones, cheapest first. */
export function cheapestByProvider(offers: readonly Price[]): Price[] {
  const cheapest = new Map<string, Price>();
  for (const offer of offers) {
    const known = cheapest.get(offer.provider);
    const less =
      offer.perAcceleratorHour.value - (known?.perAcceleratorHour.value ?? Number.POSITIVE_INFINITY);
    if (less < 0 || (less === 0 && offer.asOf > (known?.asOf ?? ""))) cheapest.set(offer.provider, offer);
  }
  return [...cheapest.values()].sort((a, b) => a.perAcceleratorHour.value - b.perAcceleratorHour.value);
}

/** Milliseconds of a date; of a month its last day, of a year its first, since it may be as old as that. */
export function dayOf(asOf: string): number {
  const [year = 0, month, day] = asOf.split("-").map(Number);
  if (month === undefined) return Date.UTC(year, 0, 1);
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}
