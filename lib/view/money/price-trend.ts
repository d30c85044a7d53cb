import { medianOf } from "@/lib/accuracy/statistics";
import type { Price, PriceTerm } from "@/lib/catalog/schema";
import { dayText, parseUnit } from "@/lib/units";
import { daysSince } from "../catalog/age";

/** What became of the prices of one part: the same offers, each at an earlier day and at its latest. */
export interface PriceTrend {
  readonly offers: number;
  readonly providers: number;
  /** The earliest and the latest day among them. */
  readonly from: string;
  readonly to: string;
  readonly cheaper: number;
  readonly dearer: number;
  /** The middle offer's fall in a year, as a fraction, negative where it rose; undefined of too few offers to have a middle. */
  readonly yearlyDecline: number | undefined;
  /** How long the middle offer was watched. */
  readonly days: number;
}

const YEAR_DAYS = parseUnit("year").factor / parseUnit("day").factor;
/** By judgement: within a month hardly any list changes, and what does says little of a year. */
const LEAST_DAYS = 30;
/** By judgement: the middle of fewer is what one or two lists did, and no trend. */
export const LEAST_OFFERS = 5;
/** Lists print four decimals: what differs by less is the same price. */
const SAME = 1e-3;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The trend that dated offers hold of one part and term: each offer of the catalog beside its own earliest earlier price,
 * a month before at least. Undefined where no offer is known at two days.
 */
export function priceTrend(
  offers: readonly Price[],
  earlier: readonly Price[],
  term: PriceTerm = "on-demand",
): PriceTrend | undefined {
  const first = new Map<string, Price>();
  for (const price of earlier) {
    const known = first.get(price.id);
    if (DAY.test(price.asOf) && (!known || price.asOf < known.asOf)) first.set(price.id, price);
  }
  const pairs = offers.flatMap((now) => {
    const then = first.get(now.id);
    if (now.term !== term || !then || !DAY.test(now.asOf)) return [];
    const watched = daysSince(then.asOf, now.asOf);
    const ratio = now.perAcceleratorHour.value / then.perAcceleratorHour.value;
    return watched < LEAST_DAYS
      ? []
      : [{ provider: now.provider, from: then.asOf, to: now.asOf, ratio, years: watched / YEAR_DAYS }];
  });
  if (pairs.length === 0) return undefined;
  return {
    offers: pairs.length,
    providers: new Set(pairs.map(({ provider }) => provider)).size,
    from: pairs.map(({ from }) => from).toSorted()[0] as string,
    to: pairs
      .map(({ to }) => to)
      .toSorted()
      .at(-1) as string,
    cheaper: pairs.filter(({ ratio }) => ratio < 1 - SAME).length,
    dearer: pairs.filter(({ ratio }) => ratio > 1 + SAME).length,
    yearlyDecline:
      pairs.length < LEAST_OFFERS
        ? undefined
        : 1 - Math.exp(medianOf(pairs.map(({ ratio, years }) => Math.log(ratio) / years))),
    days: medianOf(pairs.map(({ years }) => years)) * YEAR_DAYS,
  };
}

/** The same in a sentence: how many offers, when, and what they did. */
export function trendText({ offers, providers, from, to, cheaper, dearer }: PriceTrend): string {
  const same = offers - cheaper - dearer;
  const many = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  return `${many(offers, "offer")} on demand of ${many(providers, "provider")}, ${dayText(from)} to ${dayText(to)}: ${cheaper} cheaper, ${dearer} dearer, ${same} the same`;
}
