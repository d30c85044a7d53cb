"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { LEAST_OFFERS, priceTrend, trendText } from "@/lib/view/money/price-trend";
import { percent } from "@/lib/view/percent";
import type { Earlier, Offers } from "./use-offers";

type Props = {
  accelerators: readonly string[];
  names: ReadonlyMap<string, string>;
  offers: Offers;
  earlier: Earlier;
};

/** What became of listed prices since they were first read, and the decline that a projection may take from it. */
export function PriceTrends({ accelerators, names, offers, earlier }: Props) {
  const { dispatch } = usePlanner();
  const ids = [...new Set(accelerators)];
  const found = ids.flatMap((id) => {
    const trend = priceTrend(offers[id] ?? [], earlier[id] ?? []);
    return trend ? [{ id, trend }] : [];
  });
  const unknown = ids.filter((id) => offers[id] && !found.some((each) => each.id === id));
  if (found.length === 0 && unknown.length === 0) return null;
  return (
    <section aria-label="What became of prices" className="text-xs">
      <h4 className="font-medium text-sm">What became of prices</h4>
      <ul className="mt-1 grid grid-cols-1 gap-1">
        {found.map(({ id, trend }) => (
          <li key={id} className="flex items-baseline gap-x-2 text-muted max-md:flex-wrap">
            <span>
              <span className="text-text">{names.get(id) ?? id}:</span> {trendText(trend)}.{" "}
              {trend.yearlyDecline === undefined
                ? `Fewer than ${LEAST_OFFERS} say nothing of a trend.`
                : `The middle one${movedText(trend.yearlyDecline)}, watched for ${Math.round(trend.days)} days.`}
            </span>
            {trend.yearlyDecline !== undefined && (
              <Button
                look="quiet"
                className="h-6 shrink-0 px-1.5 text-xs"
                onClick={() =>
                  dispatch({
                    type: "set",
                    path: "money.priceDecline",
                    value: Math.round((trend.yearlyDecline ?? 0) * 1000) / 1000,
                    at: Date.now(),
                  })
                }
              >
                Project with it
              </Button>
            )}
          </li>
        ))}
        {unknown.length > 0 && (
          <li className="text-muted">
            {unknown.map((id) => names.get(id) ?? id).join(", ")}: no offer is known at two days.
          </li>
        )}
      </ul>
    </section>
  );
}

const movedText = (decline: number): string =>
  decline === 0 ? " stayed" : ` ${decline > 0 ? "fell" : "rose"} at ${percent(Math.abs(decline), 1)} a year`;
