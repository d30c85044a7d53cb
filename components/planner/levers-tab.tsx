"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { AdviceList } from "@/components/board/advice-list";
import { usePlanSearch } from "@/components/board/use-plan-search";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LeverChart } from "@/components/charts/lever-chart";
import { OutLink } from "@/components/ui/out-link";
import type { Lever, Source } from "@/lib/catalog/schema";
import { bindingLabels } from "@/lib/view/compare";
import { inCurrency } from "@/lib/view/currency";
import { leverRows, leverTable } from "@/lib/view/levers/rows";
import { waterfallOf } from "@/lib/view/levers/waterfall";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionNames } from "@/lib/view/option-name";
import { seriesColor } from "@/lib/view/palette";
import { usePlanner } from "./planner-context";
import type { TabProps } from "./result-tabs";
import { call, queryClient } from "./server-calls";

type Published = { levers: readonly Lever[]; sources: readonly Source[] };
const NONE: Published = { levers: [], sources: [] };

/** What each technique is worth in a plan: from a first attempt to the plan, and what would be left to do. */
export default function LeversTab({ estimate, slots, row }: TabProps) {
  const { engine, records } = usePlanner().state;
  const published = usePublished();
  const place = useRef<HTMLDivElement>(null);
  const { found, byMeans = "Each step finds its own operating point, as the board does." } = usePlanSearch(
    { find: "levers", plan: estimate.options[row]?.figures.costPerToken ?? 0 },
    row,
    place,
  );
  const means = useMemo(() => {
    const { scenario, options } = estimate;
    const cost = options[row]?.figures.costPerToken;
    return engine
      ? waterfallOf(scenario, row, cost, lookupOf(records, scenario), { simulate: false })
      : undefined;
  }, [engine, estimate, records, row]);
  const waterfall = found?.[0] ?? means;
  if (!engine) return <p className="grid h-[26rem] place-items-center text-muted">Loading the engine…</p>;
  const name = optionNames(estimate)[row] ?? "";
  const option = estimate.options[row];
  if (!waterfall || !option) {
    return (
      <p>
        <strong className="font-semibold">{name}</strong> has no cost that techniques could lower: it cannot
        run, or no price is known.
      </p>
    );
  }
  const { levers, sources } = published ?? NONE;
  const known = new Map([...Object.values(records.sources), ...sources].map((source) => [source.id, source]));
  const rows = leverRows(estimate, row, waterfall, levers, (id) => records.formats[id]);
  const cited = [...new Set(rows.flatMap((each) => each.sources))].flatMap((id) => known.get(id) ?? []);
  const caption =
    "Cost of a token on one logarithmic scale, cheaper to the left. Filled is computed, in the order that saves most; hatched is a published range.";
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="min-w-0">
        <h3 className="font-semibold text-base">{name}</h3>
        {option.binding && (
          <p className="mt-1">
            Bound by {bindingLabels[option.binding]}: what lowers that pays, what lowers anything else does
            not.
          </p>
        )}
        <AdviceList estimate={estimate} row={row} />
      </div>
      <div ref={place} className="min-w-0">
        <ChartFrame
          title="What each technique is worth"
          caption={`${caption} ${byMeans}`}
          table={inCurrency(
            leverTable(name, rows, (id) => known.get(id)?.title ?? id),
            estimate.scenario.currency,
          )}
        >
          <LeverChart rows={rows} color={seriesColor(slots[row])} currency={estimate.scenario.currency} />
        </ChartFrame>
        {published === null && <p className="mt-2 text-muted text-xs">Published ranges are on their way.</p>}
        {published === undefined && (
          <p className="mt-2 text-warn text-xs">The catalog does not answer: published ranges are missing.</p>
        )}
        <p className="mt-2 text-muted text-xs">
          Published ranges overlap in what they do: none may be multiplied with another. Sources:{" "}
          {cited.map(({ id, title, where, date }, place) => (
            <span key={id}>
              {place > 0 && "; "}
              {where.startsWith("http") ? <OutLink href={where}>{title}</OutLink> : title}
              {date && ` (${date})`}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** Techniques with published effects: null until they have come, undefined where the catalog does not answer. */
function usePublished(): Published | null | undefined {
  const [published, setPublished] = useState<Published | null | undefined>(null);
  useEffect(() => {
    let gone = false;
    queryClient
      .fetchQuery({ queryKey: ["levers"], queryFn: () => call<Published>("/api/v1/catalog/levers") })
      .then((answer) => !gone && setPublished(answer))
      .catch(() => !gone && setPublished(undefined));
    return () => {
      gone = true;
    };
  }, []);
  return published;
}
