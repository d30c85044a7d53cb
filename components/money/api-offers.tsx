"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { fetchApis, queryClient } from "@/components/planner/server-calls";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { Estimate } from "@/lib/engine";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import type { ApiOffer } from "@/lib/scenario/schema";
import { dayText } from "@/lib/units";
import { withoutApi } from "@/lib/view/board/api-offer";
import { apiNames } from "@/lib/view/board/api-offers";
import { offerKey } from "@/lib/view/board/cheapest-api";
import { today } from "@/lib/view/catalog/age";
import { batchText, limitText, offerPrices, peakText } from "@/lib/view/money/api-terms";
import { ApiForm } from "./api-form";

const OWN = "own";

/** The managed APIs that a plan is held against: their prices, batches and limits, any offer of the catalog or one's own. */
export function ApiOffers({ estimate }: { estimate: Estimate }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const [open, setOpen] = useState<number | typeof OWN>();
  const { scenario, frozen } = state;
  const { apis = [], currency, workload } = scenario;
  const { data } = useQuery(
    {
      queryKey: ["apis of", workload.model],
      queryFn: () => fetchApis(workload.model).catch(() => ({ offers: [] })),
      enabled: !frozen,
    },
    queryClient,
  );
  const names = apiNames(scenario);
  const held = new Set(apis.map(offerKey));
  const others = (data?.offers ?? []).filter((offer) => !held.has(offerKey(offer)));
  const change = (next: readonly ApiOffer[]) =>
    dispatch({ type: "change", scenario: { ...scenario, apis: [...next] } });
  const own: ApiOffer = {
    model: workload.model,
    provider: "",
    name: workload.model,
    input: 0,
    output: 0,
    asOf: today(),
  };
  const full = apis.length >= MAX_OPTIONS;
  if (frozen && apis.length === 0) return null;
  return (
    <section aria-label="Managed APIs">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <h3 className="font-semibold text-base">Managed APIs</h3>
        {!frozen && (
          <div className="flex flex-wrap items-center gap-2">
            {others.length > 0 && !full && (
              <SelectField
                id="money-api"
                label="Add an API of the catalog"
                value=""
                choices={[
                  { value: "", label: "Add one of the catalog…" },
                  ...others.map((offer) => ({
                    value: offerKey(offer),
                    label: `${offer.provider}, ${offer.name}: ${offerPrices(offer, currency)}, ${dayText(offer.asOf)}`,
                  })),
                ]}
                onChange={(value) => {
                  const offer = others.find((each) => offerKey(each) === value);
                  if (offer) change([...apis, offer]);
                }}
                className="w-64 max-w-full"
              />
            )}
            <Button disabled={full} onClick={() => setOpen(OWN)}>
              Add one of your own
            </Button>
          </div>
        )}
      </div>
      {open === OWN && (
        <ApiForm
          offer={own}
          onTake={(offer) => {
            change([...apis, offer]);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {apis.length === 0 && open !== OWN && (
        <p className="text-muted text-sm">
          None yet: what an API charges for the same requests would stand beside the options.
        </p>
      )}
      <ul className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line empty:hidden">
        {apis.map((offer, index) => {
          const name = names[index];
          const found = estimate.apis?.find(({ api }) => api === index);
          const peak = found && peakText(found);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: offers have no identity but their place
            <li key={index} className="bg-surface px-4 py-2.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <span className="font-medium">{name}</span>
                <span className="wrap-anywhere min-w-0 text-muted text-xs">
                  {offer.name} · price of {dayText(offer.asOf)}
                  {offer.note && ` · ${offer.note}`}
                </span>
                <span className="grow" />
                <span className="text-xs tabular-nums">{offerPrices(offer, currency)}</span>
                {!frozen && (
                  <span className="flex gap-1">
                    <Button
                      look="quiet"
                      aria-expanded={open === index}
                      aria-label={`Change ${name}`}
                      onClick={() => setOpen(open === index ? undefined : index)}
                    >
                      Change
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={`Take ${name} out of the plan`}
                      onClick={() => dispatch({ type: "change", scenario: withoutApi(scenario, index) })}
                    >
                      Remove
                    </Button>
                  </span>
                )}
              </div>
              <p className="mt-1 text-muted text-xs">
                {batchText(offer)} · {limitText(offer)}
                {offer.model !== workload.model && ` · sells ${offer.model}, not this plan’s model`}
              </p>
              {peak && (
                <p
                  className={`mt-1 text-xs ${(found.figures.apiAccounts ?? 1) > 1 ? "text-warn" : "text-muted"}`}
                >
                  {peak}
                </p>
              )}
              {open === index && (
                <ApiForm
                  offer={offer}
                  onTake={(changed) => {
                    change(apis.with(index, changed));
                    setOpen(undefined);
                  }}
                  onClose={() => setOpen(undefined)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
