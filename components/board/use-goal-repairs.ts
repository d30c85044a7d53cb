"use client";

import { useEffect, useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import type { Scenario } from "@/lib/scenario/schema";
import type { GoalRepair } from "@/lib/view/board/goal-repairs";
import type { RepairTask } from "./repair-worker";

/** What was found, or is being looked for, for the options of a plan. */
const known = new WeakMap<Scenario, Map<number, Promise<readonly GoalRepair[]>>>();
/** The searches stand in line: one worker does them. */
let line: Promise<unknown> = Promise.resolve();
let worker: Worker | undefined;
let shown: Scenario | undefined;

/** An input that moves is left alone for so long: the search takes a second. */
const REST_MS = 500;

const search = (task: RepairTask) =>
  new Promise<readonly GoalRepair[]>((resolve, reject) => {
    worker ??= new Worker(new URL("./repair-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<readonly GoalRepair[]>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(task);
  });

/** The repairs of an option, searched once a plan. A plan that is no more on screen is not searched. */
function repairsOf(task: RepairTask): Promise<readonly GoalRepair[]> {
  const { scenario, option } = task;
  const plan = known.get(scenario) ?? new Map<number, Promise<readonly GoalRepair[]>>();
  known.set(scenario, plan);
  const asked = plan.get(option);
  if (asked) return asked;
  const found = line.then(() => {
    if (shown === scenario) return search(task);
    // Nothing was looked for: whoever brings the plan back asks anew.
    plan.delete(option);
    return [];
  });
  line = found.catch(() => undefined);
  plan.set(option, found);
  return found;
}

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
    shown = estimated;
    const timer = setTimeout(() => {
      for (const option of asked.split(",").filter(Boolean).map(Number))
        repairsOf({ scenario: estimated, option, records }).then(
          (repairs) =>
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
