"use client";

import { useState } from "react";
import { CsvButton } from "@/components/charts/csv-button";
import { FindButton } from "@/components/find/find-button";
import { usePlanner } from "@/components/planner/planner-context";
import { fetchApis } from "@/components/planner/server-calls";
import { Button } from "@/components/ui/button";
import type { Estimate } from "@/lib/engine";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { boardOf } from "@/lib/view/board/board";
import { boardWithPrices } from "@/lib/view/board/price-columns";
import { currencyNote } from "@/lib/view/currency";

type Props = {
  estimate: Estimate;
  /** Whether others than the plan's own options are searched for, as in the planner. */
  finds: boolean;
};

/** What can be done with the table: find others, set it against a managed API, and take it as a file. */
export default function BoardFile({ estimate, finds }: Props) {
  const { state, dispatch } = usePlanner();
  const [said, setSaid] = useState("");
  const { scenario } = state;

  async function compare() {
    try {
      const { offers } = await fetchApis(scenario.workload.model);
      const next = state.engine?.withCheapestApi(scenario, offers);
      if (next) dispatch({ type: "change", scenario: next });
      setSaid(next ? "" : "No other API of the catalog sells this model.");
    } catch {
      setSaid("The catalog does not answer; try again later.");
    }
  }

  return (
    <div className="screen-only flex flex-wrap items-center justify-between gap-2 border-line border-t p-2">
      {finds && <FindButton disabled={!state.engine} />}
      {!state.frozen && (
        <Button
          look="quiet"
          disabled={!state.engine || (scenario.apis?.length ?? 0) >= MAX_OPTIONS}
          onClick={() => void compare()}
        >
          Against an API
        </Button>
      )}
      <p role="status" className="min-w-0 grow text-muted text-xs max-md:order-last max-md:basis-full">
        {said || (estimate.scenario.currency && currencyNote(estimate.scenario.currency))}
      </p>
      <CsvButton table={() => boardWithPrices(estimate, boardOf(estimate))} />
    </div>
  );
}
