"use client";

import { useEffect, useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import type { Scenario } from "@/lib/scenario/schema";
import type { GoalRepair } from "@/lib/view/board/goal-repairs";
import { REST_MS, searched, searchOnly } from "./plan-searches";

/** What would make these options keep their goals, by option, as it is found; null for one that is still looked for. */
export function useGoalRepairs(
  options: readonly number[],
): ReadonlyMap<number, readonly GoalRepair[] | null> {
  const { estimated, records } = usePlanner().state;
  const [found, setFound] = useState<{
    plan: Scenario;
    repairs: ReadonlyMap<number, readonly GoalRepair[]>;
  }>();
  const asked = options.join();
  useEffect(() => {
    let gone = false;
    searchOnly(estimated);
    const timer = setTimeout(() => {
      for (const option of asked.split(",").filter(Boolean).map(Number))
        searched({ find: "repairs", scenario: estimated, option, records }).then(
          (repairs = []) =>
            !gone &&
            setFound((before) => ({
              plan: estimated,
              repairs: new Map([...(before?.plan === estimated ? before.repairs : []), [option, repairs]]),
            })),
          // Without the search the row still says what it misses.
          () => undefined,
        );
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [estimated, records, asked]);
  const repairs = found?.plan === estimated ? found.repairs : undefined;
  return new Map(options.map((option) => [option, repairs?.get(option) ?? null]));
}
