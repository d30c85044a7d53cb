import type { Price } from "./price";

/** Offers of this many days before the newest are compared; longer windows only while providers are few. */
const WINDOWS = [90, 180, 365, 3650];
/** With fewer providers than this one odd price could be the answer. */
const ENOUGH_PROVIDERS = 3;
/** On-demand hours cost up to some four times those of a commitment; above that a price is odd. */
const ODD = 4;
const DAY = 86_400_000;

/**
 * The offer a plan starts from, with the market it was chosen in. Of whole machines on demand, in the US or at one
 * price everywhere (of any place where neither exists), dated within 90 days of the newest – within longer windows
 * while fewer than three providers are in – each provider's cheapest per accelerator-hour counts once; of those the
 * middle one (the lower of two). It is a real offer with a date and a source. Medians over a marketplace's offers
 * stand in no window, for nobody can rent at them. Where one or two providers are all there is, a price above four
 * times what a commitment or an owned one costs is odd and no answer: then there is none.
 */
export function chooseDefaultPrice(offers: readonly Price[]): Price | undefined {
  const onDemand = offers.filter(
    ({ term, covers, perAcceleratorHour: { note } }) =>
      term === "on-demand" && covers === undefined && !note?.startsWith("Median of"),
  );
  const near = onDemand.filter(({ area }) => area === "US" || area === "global");
  const comparable = near.length > 0 ? near : onDemand;
  const newest = Math.max(...comparable.map(({ asOf }) => dayOf(asOf)));
  const windows = WINDOWS.map((days) => {
    const recent = comparable.filter(({ asOf }) => dayOf(asOf) >= newest - days * DAY);
    return { days, recent, cheapest: cheapestByProvider(recent) };
  });
  const most = Math.min(ENOUGH_PROVIDERS, windows.at(-1)?.cheapest.length ?? 0);
  const window = windows.find(({ cheapest }) => cheapest.length >= most);
  const chosen = window && middleOf(window.cheapest);
  if (!window || !chosen || (most < ENOUGH_PROVIDERS && isOdd(chosen, offers))) return undefined;
  const { cheapest, recent, days } = window;
  const prices = cheapest.map(({ perAcceleratorHour }) => perAcceleratorHour.value);
  const newer = middleOf(
    cheapestByProvider(comparable.filter(({ asOf }) => dayOf(asOf) > dayOf(chosen.asOf))),
  );
  return {
    ...chosen,
    market: {
      providers: cheapest.length,
      offers: recent.length,
      fewest: Math.min(...recent.map(({ accelerators }) => accelerators)),
      low: quantile(prices, 0),
      high: quantile(prices, 1),
      p10: quantile(prices, 0.1),
      p90: quantile(prices, 0.9),
      days,
      ...(newer
        ? { newer: { provider: newer.provider, rate: newer.perAcceleratorHour.value, asOf: newer.asOf } }
        : {}),
    },
  };
}

/** The middle of sorted offers, the lower of two. */
const middleOf = (sorted: readonly Price[]): Price | undefined => sorted[Math.floor((sorted.length - 1) / 2)];

/** A quantile of sorted prices, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Each provider's cheapest offer, the newest of equal ones, cheapest first. */
function cheapestByProvider(offers: readonly Price[]): Price[] {
  const cheapest = new Map<string, Price>();
  for (const offer of offers) {
    const known = cheapest.get(offer.provider);
    const less =
      offer.perAcceleratorHour.value - (known?.perAcceleratorHour.value ?? Number.POSITIVE_INFINITY);
    if (less < 0 || (less === 0 && offer.asOf > (known?.asOf ?? ""))) cheapest.set(offer.provider, offer);
  }
  return [...cheapest.values()].sort((a, b) => a.perAcceleratorHour.value - b.perAcceleratorHour.value);
}

/** Whether a commitment, or a modelled owner's cost, makes this price one that nobody need pay. */
function isOdd({ perAcceleratorHour }: Price, offers: readonly Price[]): boolean {
  const committed = offers.filter(({ term }) => term.startsWith("reserved") || term === "ownership");
  const least = Math.min(...committed.map((offer) => offer.perAcceleratorHour.value));
  return perAcceleratorHour.value > ODD * least;
}

/** Milliseconds of a date; of a month its last day, of a year its first, since it may be as old as that. */
function dayOf(asOf: string): number {
  const [year = 0, month, day] = asOf.split("-").map(Number);
  if (month === undefined) return Date.UTC(year, 0, 1);
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}
