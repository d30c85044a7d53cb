"use client";

import { Icon } from "@/components/ui/icon";
import { offerOf } from "@/lib/scenario/offer";
import { planOf } from "@/lib/scenario/plan";
import { dayText, formatQuantity } from "@/lib/units";
import { isStalePrice, today } from "@/lib/view/catalog/age";
import { offerText } from "@/lib/view/catalog/offer-text";
import { changeText } from "@/lib/view/percent";
import { catalogPrice, purchasePrice } from "./catalog-price";
import { usePlanner } from "./planner-context";

const SECONDS_PER_HOUR = 3600;

/** Where the price of an option comes from; a price of one's own goes back to the catalog's in one click. */
export default function PriceNote({ id, index }: { id: string; index: number }) {
  const { state, dispatch } = usePlanner();
  const option = state.scenario.options[index];
  if (!option) return null;
  const owned = planOf(state.scenario, index).finance.hardware === "owned";
  const listed = owned ? undefined : catalogPrice(state, index);
  const own = option.pricePerHour !== undefined;
  const offer = offerOf(option);
  const paid = owned && !own ? purchasePrice(state, index) : undefined;
  if (paid !== undefined) {
    return (
      <p id={id} className="mt-1 text-muted text-xs">
        Bought for {formatQuantity(paid, "USD").number}: what that makes an hour is under Money, and
        electricity comes on top.
      </p>
    );
  }
  if (!listed) {
    return (
      <p id={id} className={`mt-1 text-xs ${own ? "text-muted" : "text-warn"}`}>
        {offer
          ? offerText(offer)
          : own
            ? owned
              ? "Your hour; its electricity comes on top."
              : "Your price; none is listed."
            : owned
              ? "Owned: type what an hour costs without its electricity."
              : "No price is listed: type one to see costs."}
      </p>
    );
  }
  const price = formatQuantity(listed.rate, "USD/h");
  const where = [listed.where, dayText(listed.asOf)].filter(Boolean);
  // Rented machines cost what their hours do, so a price moves every cost in proportion.
  const change = option.pricePerHour ? (listed.rate * SECONDS_PER_HOUR) / option.pricePerHour - 1 : undefined;
  const stale = listed.asOf !== "" && isStalePrice(listed.asOf, today());
  return (
    <p id={id} className="mt-1 flex min-h-4 items-center gap-1 text-muted text-xs">
      {offer && (
        <span className="min-w-0 truncate" title={offerText(offer)}>
          {offerText(offer)}
        </span>
      )}
      {own ? (
        <button
          type="button"
          onClick={() =>
            dispatch({ type: "set", path: `options.${index}.pricePerHour`, value: undefined, at: Date.now() })
          }
          className="touch inline-flex items-center gap-1 text-accent hover:underline"
        >
          <Icon name="reset" className="h-4 w-4" />
          {!offer && "Your price. "}Back to {price.number}
          {price.unit}, {listed.provider}
          {change !== undefined && Math.abs(change) > 0.001 && ` (${changeText(change)})`}
        </button>
      ) : (
        <>
          <span
            className="min-w-0 truncate"
            title={[stale ? "Older than 90 days" : "", ...where].filter(Boolean).join(", ")}
          >
            {where.join(" · ")}
          </span>
          {stale && (
            <span className="shrink-0 text-warn" title="This price is older than 90 days">
              · old
            </span>
          )}
        </>
      )}
    </p>
  );
}
