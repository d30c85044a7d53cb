"use client";

import { type RefObject, useEffect, useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { isSimulated } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { type Find, type Found, REST_MS, searched } from "./plan-searches";

/**
 * What a search with simulated percentiles finds for an option, once somebody has looked at its `place` for a moment;
 * undefined before, and where nothing is simulated. `byMeans` says in words that what stands in its place is not, though
 * the answer to the plan is.
 */
export function usePlanSearch<F extends Find>(
  find: F,
  row: number,
  place: RefObject<HTMLElement | null>,
): { found: Found<F> | undefined; byMeans: string | undefined } {
  // A saved plan is searched by today's engine: its scenario is read as today's schema does.
  const { estimated, records, engine } = usePlanner().state;
  const [last, setLast] = useState<{ key: string; plan: Scenario; found: Found<F> }>();
  const asked = JSON.stringify(find);
  const key = `${row} ${asked}`;
  const simulated = isSimulated(planOf(estimated, row));
  const searches = simulated && engine !== null;
  useEffect(() => {
    if (!searches || !place.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let leave = () => {};
    const look = () => {
      const search = searched<F>({ ...JSON.parse(asked), scenario: estimated, option: row, records });
      leave = search.leave;
      search.found.then(
        (found) => found && setLast({ key: `${row} ${asked}`, plan: estimated, found }),
        // Without the search what the means say stays.
        () => undefined,
      );
    };
    const away = () => {
      clearTimeout(timer);
      leave();
    };
    const seen = new IntersectionObserver(([entry]) => {
      away();
      if (entry?.isIntersecting) timer = setTimeout(look, REST_MS);
    });
    seen.observe(place.current);
    return () => {
      seen.disconnect();
      away();
    };
  }, [estimated, records, row, asked, place, searches]);
  const found = last?.plan === estimated && last.key === key ? last.found : undefined;
  return {
    found,
    byMeans: simulated && !found ? "Reckoned with means; simulated in a moment." : undefined,
  };
}
