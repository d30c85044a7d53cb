import { Button } from "@/components/ui/button";
import type { Price } from "@/lib/catalog/schema";
import type { PlanCurrency } from "@/lib/scenario/currency";
import type { Offer } from "@/lib/scenario/schema";
import { dayText } from "@/lib/units";
import { isStalePrice, today } from "@/lib/view/catalog/age";
import { isTakenFrom, termLabels } from "@/lib/view/catalog/offer-text";
import { moneyText } from "@/lib/view/currency";
import { type MarketChoice, offersIn } from "@/lib/view/money/offers";

type Props = {
  offers: readonly Price[];
  /** What the same offers cost before. */
  earlier: readonly Price[];
  choice: MarketChoice;
  chosen: Offer | undefined;
  currency: PlanCurrency | undefined;
  onChoose: (offer: Price) => void;
};

/** The dated offers of one accelerator in one market, the cheapest first. */
export function OfferList({ offers, earlier, choice, chosen, currency, onChoose }: Props) {
  const shown = offersIn(offers, choice);
  if (shown.length === 0)
    return (
      <p className="text-muted text-xs">
        No offer, {termLabels[choice.term].toLowerCase()}, is listed there.
      </p>
    );
  const before = (offer: Price) =>
    earlier
      .filter(({ id, asOf }) => id === offer.id && asOf < offer.asOf)
      .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const same = (offer: Price) => isTakenFrom(offer, chosen ?? {});
  return (
    <section
      aria-label="Offers"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-md border border-line"
    >
      <table className="w-full text-xs">
        <thead className="sticky top-0 bg-surface text-left text-muted">
          <tr>
            {["Provider", "Instance", "Region", "Per hour", "As of"].map((label) => (
              <th key={label} scope="col" className="px-2 py-1.5 font-medium">
                {label}
              </th>
            ))}
            <th scope="col" className="px-2 py-1.5">
              <span className="sr-only">Choice</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((offer) => {
            const price = moneyText(offer.perAcceleratorHour.value, "USD/s", currency);
            return (
              <tr
                key={`${offer.id} ${offer.asOf} ${offer.perAcceleratorHour.text}`}
                className="border-line border-t"
              >
                <th scope="row" className="px-2 py-1 text-left font-medium">
                  {offer.provider}
                </th>
                <td className="px-2 py-1">{offer.instance ?? "–"}</td>
                <td className="px-2 py-1">{offer.region ?? offer.area}</td>
                <td className="px-2 py-1 text-right tabular-nums">
                  {price.number}
                  {price.unit}
                </td>
                <td className="px-2 py-1">
                  {dayText(offer.asOf)}
                  {isStalePrice(offer.asOf, today()) && <span className="text-warn"> · old</span>}
                  {before(offer).map((then) => {
                    const was = moneyText(then.perAcceleratorHour.value, "USD/s", currency);
                    return (
                      <span key={then.asOf} className="block text-muted">
                        {was.number}
                        {was.unit} on {dayText(then.asOf)}
                      </span>
                    );
                  })}
                </td>
                <td className="px-2 py-1 text-right">
                  {same(offer) ? (
                    <span className="text-muted">chosen</span>
                  ) : (
                    <Button
                      look="quiet"
                      className="h-6 px-1.5 text-xs"
                      aria-label={`Take ${offer.provider} ${offer.region ?? offer.area} at ${price.number}${price.unit}`}
                      onClick={() => onChoose(offer)}
                    >
                      Take
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
