"use client";

import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { PriceTerm } from "@/lib/catalog/schema";
import { offerOf, pricedBy } from "@/lib/scenario/offer";
import { planOf } from "@/lib/scenario/plan";
import { offerOfPrice, offerText, termLabels } from "@/lib/view/catalog/offer-text";
import { moneyText } from "@/lib/view/currency";
import {
  type MarketChoice,
  marketPrices,
  takenOffer,
  unlikeMarkets,
  unlikeTerms,
} from "@/lib/view/money/offers";
import { OfferList } from "./offer-list";
import { OwnPrice } from "./own-price";
import type { Earlier, Offers } from "./use-offers";

const terms = (["on-demand", "spot", "reserved-1y", "reserved-3y"] as const).map((value) => ({
  value,
  label: termLabels[value],
}));
const ANYWHERE = "anywhere";

type Props = { names: readonly string[]; offers: Offers; earlier: Earlier };

/** The price of each option's hour: which offer it is, what its market asks, and the choice of another. */
export function HourPrices({ names, offers, earlier }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const [term, setTerm] = useState<PriceTerm>("on-demand");
  const [area, setArea] = useState(ANYWHERE);
  const [open, setOpen] = useState<number>();
  const { options, currency } = state.scenario;
  const hour = (rate: number) => {
    const { number, unit } = moneyText(rate, "USD/s", currency);
    return `${number}${unit}`;
  };
  const choice: MarketChoice = area === ANYWHERE ? { term } : { term, area };
  const areas = [...new Set(Object.values(offers).flatMap((all) => (all ?? []).map((offer) => offer.area)))];
  const places = areas.filter((each) => each !== "global").sort();
  const markets = options.map((_, index) => marketOf(index));
  const unlike = [...unlikeMarkets(markets), ...unlikeTerms(state.scenario)];

  function marketOf(index: number): MarketChoice | undefined {
    const option = options[index];
    const offer = option && offerOf(option);
    if (offer) return { term: offer.term as PriceTerm, ...(offer.area ? { area: offer.area } : {}) };
    const listed =
      option && option.pricePerHour === undefined ? state.records.prices[option.accelerator] : undefined;
    return listed && { term: listed.term, area: listed.area };
  }

  const choose = () => {
    options.forEach((option, index) => {
      const found = marketPrices(offers[option.accelerator] ?? [], choice);
      if (found && isRented(index))
        dispatch({
          type: "patch-option",
          option: index,
          patch: pricedBy(takenOffer(found.middle, offers[option.accelerator] ?? [])),
        });
    });
  };
  const isRented = (index: number) => planOf(state.scenario, index).finance.hardware === "rented";

  return (
    <section aria-label="The price of an hour">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <h3 className="font-semibold text-base">The price of an hour</h3>
        <div className="flex flex-wrap items-center gap-2">
          <SelectField
            id="money-term"
            label="Term for all options"
            value={term}
            choices={terms}
            onChange={(value) => setTerm(value as PriceTerm)}
          />
          <SelectField
            id="money-area"
            label="Part of the world for all options"
            value={area}
            choices={[
              { value: ANYWHERE, label: "Anywhere" },
              ...places.map((value) => ({ value, label: value })),
            ]}
            onChange={setArea}
          />
          <Button onClick={choose} disabled={state.frozen}>
            Take the middle offer for all
          </Button>
        </div>
      </div>
      {unlike.length > 0 && (
        <p className="mb-2 rounded-md bg-warn-soft px-2 py-1 text-warn text-xs">
          The options’ prices are not alike: {unlike.join("; ")}.
        </p>
      )}
      <ul className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line">
        {options.map((option, index) => {
          const all = offers[option.accelerator];
          const market = all && marketPrices(all, choice);
          const offer = offerOf(option);
          const listed = state.records.prices[option.accelerator];
          const own = option.pricePerHour !== undefined && !offer;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
            <li key={index} className="bg-surface px-4 py-2.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <span className="font-medium">{names[index]}</span>
                <span className="text-muted text-xs">
                  {isRented(index)
                    ? offer
                      ? offerText(offer)
                      : own
                        ? "Your price, without a note"
                        : listed
                          ? offerText(offerOfPrice(listed))
                          : "No price is known"
                    : "Owned: see what owning costs below"}
                </span>
                <span className="grow" />
                <span className="text-xs tabular-nums">
                  {market ? (
                    <>
                      {hour(market.low.perAcceleratorHour.value)} ·{" "}
                      {hour(market.middle.perAcceleratorHour.value)} ·{" "}
                      {hour(market.high.perAcceleratorHour.value)}
                      <span className="text-muted">
                        {" "}
                        low, middle, high of {market.providers}{" "}
                        {market.providers === 1 ? "provider" : "providers"}
                      </span>
                    </>
                  ) : (
                    <span className="text-muted">
                      {all ? "no such offer in the catalog" : "asking for offers…"}
                    </span>
                  )}
                </span>
                {isRented(index) && all && !state.frozen && (
                  <Button
                    look="quiet"
                    aria-expanded={open === index}
                    onClick={() => setOpen(open === index ? undefined : index)}
                  >
                    {open === index ? "Close" : "Choose"}
                  </Button>
                )}
              </div>
              {open === index && all && (
                <div className="mt-2 grid gap-2">
                  <OwnPrice option={option} index={index} name={names[index] ?? ""} />
                  <OfferList
                    offers={all}
                    earlier={earlier[option.accelerator] ?? []}
                    choice={choice}
                    chosen={offer}
                    currency={currency}
                    onChoose={(price) => {
                      dispatch({
                        type: "patch-option",
                        option: index,
                        patch: pricedBy(takenOffer(price, all)),
                      });
                      setOpen(undefined);
                    }}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
