"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { queryClient } from "@/components/planner/server-calls";
import type { Scenario } from "@/lib/scenario/schema";
import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import type { NearestAnswer } from "@/lib/view/accuracy/nearest-answer";
import { signedPercent } from "@/lib/view/percent";

type Asked = "tpot" | "ttft" | "throughput";
type OptionAnswer = Record<Asked, NearestAnswer | null>;

const WAIT_MS = 600;
const reachWords = {
  close: "measured",
  near: "nearest measured",
  far: "nothing near was measured; far from it",
};

/** Asks for the nearest measurements of a plan, once the plan has rested; all options share one request. */
export function useNearest(scenario: Scenario) {
  const [settled, setSettled] = useState(scenario);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(scenario), WAIT_MS);
    return () => clearTimeout(timer);
  }, [scenario]);
  const body = JSON.stringify(withoutMoney(settled));
  return useQuery(
    {
      queryKey: ["nearest", body],
      queryFn: async ({ signal }): Promise<OptionAnswer[]> => {
        const headers = { "Content-Type": "application/json" };
        const response = await fetch("/api/v1/nearest", { method: "POST", headers, body, signal });
        if (!response.ok) throw new Error(`The server answered ${response.status}.`);
        return (await response.json()).options;
      },
      placeholderData: (before) => before,
    },
    queryClient,
  );
}

/** What was measured depends on neither a name nor a price, so editing those asks nothing anew. */
function withoutMoney({ v, workload, serving, options, custom }: Scenario) {
  const unpriced = options.map(({ pricePerHour: _, ...option }) => option);
  return { v, workload, serving, options: unpriced, custom };
}

type Props = { scenario: Scenario; option: number; asked?: Asked };

/** The published measurement nearest to an option: what it showed, what the planner says to it, and how far it is. */
export function NearestNote({ scenario, option, asked = "tpot" }: Props) {
  const { data, isError } = useNearest(scenario);
  const nearest = data?.[option]?.[asked];
  if (isError || nearest === null) return null;
  if (!nearest) return <p className="min-h-12 text-muted text-xs">Looking for the nearest measurement…</p>;
  const { metric, measured, predicted, words, reach, id, source } = nearest;
  return (
    <p className="min-h-12 text-muted text-xs" title={source}>
      {METRIC_TEXT[metric].label}, {reachWords[reach]}:{" "}
      <span className="whitespace-nowrap text-text">{metricValue(metric, measured)}</span> (planner off by{" "}
      {signedPercent(predicted / measured - 1)}), {words}.{" "}
      <a href={`/accuracy/${encodeURIComponent(id)}/plan`} className="text-accent underline print:hidden">
        Plan it
      </a>
    </p>
  );
}
