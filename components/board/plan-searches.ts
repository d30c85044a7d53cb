import type { Scenario } from "@/lib/scenario/schema";
import { localeTag } from "@/lib/units";
import type { Advice, AdviceAim } from "@/lib/view/board/advice";
import type { CheaperLayout } from "@/lib/view/board/cheaper-layout";
import type { GoalRepair } from "@/lib/view/board/goal-repairs";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { Waterfall } from "@/lib/view/levers/waterfall";
import type { Sensitivity } from "@/lib/view/sensitivity";
import { type Asked, type Begun, lineOf, type Place } from "./search-line";

type Of = { scenario: Scenario; option: number; records: CatalogRecords };

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
export type PlanSearch = Of & Find;

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

/**
 * Searches stand in two lines with a worker each, the most pressing first: what a reader looks at in the details of a row, then
 * what would repair others; and apart from those what takes long, and what the page looks for of itself in every row.
 */
const LINES: readonly (readonly Find["find"][])[] = [
  ["advice", "sensitivity", "repairs"],
  ["levers", "layouts"],
];
const lines = LINES.map((kinds) => {
  let worker: Worker | undefined;
  return lineOf<PlanSearch>(
    ({ find }) => kinds.indexOf(find),
    (search) => {
      worker ??= new Worker(new URL("./plan-search-worker.ts", import.meta.url), {
        type: "module",
        name: localeTag() ?? "",
      });
      return inWorker(worker, search, () => {
        worker = undefined;
      });
    },
  );
});

/** What was found, or is being looked for, of a plan. */
const known = new WeakMap<Scenario, Map<string, Place<PlanSearch>>>();

/** Asks for a search, with those who asked for the same of the same plan before. */
export function searched<F extends Find>(search: Of & F): Asked<Found<F>> {
  const { scenario, records: _, ...asking } = search;
  const plan = known.get(scenario) ?? new Map<string, Place<PlanSearch>>();
  known.set(scenario, plan);
  const key = JSON.stringify(asking);
  const before = plan.get(key);
  if (before && before.given !== "up") return before.ask();
  const place = lines[LINES.findIndex((kinds) => kinds.includes(search.find))]?.(search);
  if (!place) throw new Error(`No line takes ${search.find}`);
  plan.set(key, place);
  return place.ask();
}

const inWorker = (worker: Worker, search: PlanSearch, ended: () => void): Begun => ({
  done: new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(search);
  }),
  stop: () => {
    worker.terminate();
    ended();
  },
});
