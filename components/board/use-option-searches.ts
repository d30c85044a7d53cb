"use client";

import { useEffect, useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import type { Scenario } from "@/lib/scenario/schema";
import { type Find, type Found, REST_MS, searched } from "./plan-searches";

/** What a search finds for these options, by option, as it is found; null for one that is still looked for. */
export function useOptionSearches<F extends Find>(
  find: F,
  options: readonly number[],
): ReadonlyMap<number, Found<F> | null> {
  const { estimated, records } = usePlanner().state;
  const [last, setLast] = useState<{ plan: Scenario; found: ReadonlyMap<number, Found<F>> }>();
  const asked = options.join();
  const what = JSON.stringify(find);
  useEffect(() => {
    const left: (() => void)[] = [];
    const timer = setTimeout(() => {
      for (const option of asked.split(",").filter(Boolean).map(Number)) {
        const { found, leave } = searched<F>({ ...JSON.parse(what), scenario: estimated, option, records });
        left.push(leave);
        found.then(
          (found) =>
            found &&
            setLast((before) => ({
              plan: estimated,
              found: new Map([...(before?.plan === estimated ? before.found : []), [option, found]]),
            })),
          // Without the search the row still says how it stands.
          () => undefined,
        );
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      for (const leave of left) leave();
    };
  }, [estimated, records, asked, what]);
  const found = last?.plan === estimated ? last.found : undefined;
  return new Map(options.map((option) => [option, found?.get(option) ?? null]));
}
