import type { Price, Source } from "@/lib/catalog/schema";
import type { OptionEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { offerOf } from "@/lib/scenario/offer";
import { dayText } from "@/lib/units";
import { isTakenFrom } from "./catalog/offer-text";
import { amountText } from "./currency";
import { priceAge } from "./price-age";
import { priceFacts } from "./price-facts";

/** One thing that a price's origin says: what, and where it can be looked up. */
export interface OriginLine {
  readonly label: string;
  readonly text: string;
  readonly href?: string;
}

/** What is at hand of the catalog: the offers of the option's accelerator, of now and before, and its sources. */
export interface KnownOffers {
  readonly offers: readonly Price[];
  readonly sourceOf: (id: string) => Source | undefined;
}

const UNKNOWN = "not known";
const perHour = (second: number, currency: PlanCurrency | undefined) => amountText(second, "USD/s", currency);

/**
 * Where the price of an option's hour comes from: whose it is, where, on which terms, of which day and by which source. What
 * is not known is said to be.
 */
export function priceOriginLines(
  estimated: OptionEstimate,
  known: KnownOffers,
  currency: PlanCurrency | undefined,
  today: string,
): OriginLine[] {
  const { option, origin, figures } = estimated;
  const { provider, term, asOf } = priceFacts(estimated);
  const found = listed(estimated, known.offers);
  const offer = offerOf(option);
  const place = found ?? offer;
  const age = priceAge(estimated, today);
  const paid = figures.acceleratorPrice;
  const asked =
    option.pricePerHour === undefined ? found?.perAcceleratorHour.value : option.pricePerHour / HOUR;
  const mixed = asked !== undefined && paid !== undefined && Math.abs(paid / asked - 1) > SAME;
  const of = "source" in origin.price ? origin.price.source : found?.source;
  const source = of === undefined ? undefined : known.sourceOf(of);
  const spread = origin.price.kind === "purchase" ? origin.price.spread : undefined;
  const day = asOf === null ? UNKNOWN : dayText(asOf);
  return [
    {
      label: "Price of an hour",
      text:
        paid === undefined
          ? UNKNOWN
          : `${perHour(paid, currency)}${mixed ? `, on the plan’s terms and discounts; listed at ${perHour(asked, currency)}` : ""}`,
    },
    ...(spread
      ? [
          {
            label: "Bought for",
            text: `${amountText(spread.value, "USD", currency)} (${amountText(spread.low, "USD", currency)} to ${amountText(spread.high, "USD", currency)})`,
          },
        ]
      : []),
    { label: "Provider", text: provider ?? UNKNOWN },
    ...(found?.instance ? [{ label: "Instance", text: found.instance }] : []),
    { label: "Region", text: [place?.region, place?.area].filter(Boolean).join(", ") || UNKNOWN },
    { label: "Term", text: term ?? UNKNOWN },
    {
      label: "Price of",
      text: age
        ? `${day}, ${age.days} ${age.days === 1 ? "day" : "days"} old${age.old ? ": too old to be taken for today’s" : ""}`
        : day,
    },
    ...(offer?.market
      ? [
          {
            label: "Its market then",
            text: `${perHour(offer.market.low / HOUR, currency)} to ${perHour(offer.market.high / HOUR, currency)}, ${offer.market.providers} providers`,
          },
        ]
      : []),
    sourceLine(source, origin.price.kind === "user" && !found),
  ];
}

const HOUR = 3600;
/** What arithmetic may lose of a price. */
const SAME = 1e-6;

function sourceLine(source: Source | undefined, stated: boolean): OriginLine {
  if (!source) return { label: "Source", text: stated ? "stated in the plan, no published list" : UNKNOWN };
  const { title, where, date } = source;
  const text = date ? `${title}, ${dayText(date)}` : title;
  return /^https?:\/\//.test(where)
    ? { label: "Source", text, href: where }
    : { label: "Source", text: `${text} (${where})` };
}

/** The catalog's own entry of the offer that the price is; undefined for one that is not, or no longer, in it. */
function listed({ option, origin }: OptionEstimate, offers: readonly Price[]): Price | undefined {
  const { price } = origin;
  if (price.kind === "catalog")
    return offers.find(({ id, asOf }) => id === price.price && asOf === price.asOf);
  const offer = offerOf(option);
  return offer && offers.find((each) => isTakenFrom(each, offer));
}
