import type { Scenario } from "@/lib/scenario/schema";
import { localeTag } from "@/lib/units";
import type { Advice, AdviceAim } from "@/lib/view/board/advice";
import type { CheaperLayout } from "@/lib/view/board/cheaper-layout";
import type { GoalRepair } from "@/lib/view/board/goal-repairs";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { Waterfall } from "@/lib/view/levers/waterfall";
import type { Sensitivity } from "@/lib/view/sensitivity";

type Asked = { scenario: Scenario; option: number; records: CatalogRecords };

/**
 * What is searched for one option of a plan: what would make it keep its goals, how it would keep them for less, what would do
 * most for it, what its cost hangs on, and what its techniques are worth up to what a token costs in the plan (USD), as the
 * board has it.
 */
export type Find =
  | { find: "repairs" }
  | { find: "layouts" }
  | { find: "advice"; aim: AdviceAim }
  | { find: "sensitivity" }
  | { find: "levers"; plan: number };
export type PlanSearch = Asked & Find;

type Finds = {
  repairs: GoalRepair;
  layouts: CheaperLayout;
  advice: Advice;
  sensitivity: Sensitivity;
  levers: Waterfall;
};
export type Found<F extends Find> = readonly Finds[F["find"]][];

/** An input that moves is left alone for so long (ms): a search takes a second, of which the next answer would have to wait. */
export const REST_MS = 1000;

/** What was found, or is being looked for, of a plan. */
const known = new WeakMap<Scenario, Map<string, Promise<unknown>>>();
/** Searches stand in line: one worker does them. What techniques are worth takes longest, and keeps none of the others waiting. */
const lines: Record<"soon" | "long", { last: Promise<unknown>; worker?: Worker }> = {
  soon: { last: Promise.resolve() },
  long: { last: Promise.resolve() },
};
let shown: Scenario | undefined;

/** Says which plan is on screen: no other is searched. */
export function searchOnly(plan: Scenario) {
  shown = plan;
}

/** Undefined where the plan is no more on screen by the time that its turn comes. */
export function searched<F extends Find>(search: Asked & F): Promise<Found<F> | undefined> {
  const { scenario, records: _, ...asking } = search;
  const plan = known.get(scenario) ?? new Map<string, Promise<unknown>>();
  known.set(scenario, plan);
  const key = JSON.stringify(asking);
  const asked = plan.get(key) as Promise<Found<F> | undefined> | undefined;
  if (asked) return asked;
  const line = lines[search.find === "levers" ? "long" : "soon"];
  const found = line.last.then(() => {
    if (shown === scenario) return inWorker<Found<F>>(line, search);
    // Nothing was looked for: whoever brings the plan back asks anew.
    plan.delete(key);
    return undefined;
  });
  line.last = found.catch(() => undefined);
  plan.set(key, found);
  return found;
}

const inWorker = <T>(line: { worker?: Worker }, search: PlanSearch) =>
  new Promise<T>((resolve, reject) => {
    line.worker ??= new Worker(new URL("./plan-search-worker.ts", import.meta.url), {
      type: "module",
      name: localeTag() ?? "",
    });
    const { worker } = line;
    worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(search);
  });
