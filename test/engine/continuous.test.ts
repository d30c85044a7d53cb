import fc from "fast-check";
import { expect, it } from "vitest";
import type { FigureReader } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario";
import { MACHINES, machine, RUNS, scenarios, solved, withOption, withWorkload } from "./random-plans";

/** What one per cent of an input may move a figure by. */
const MOST = 0.05;
const HUNDREDTH = 1.01;
const FIGURES = ["tpot", "ttft", "requestLatency", "requestRate", "outputRate", "costPerToken"] as const;

const isFull = (figures: FigureReader) => figures("concurrency") >= figures("batchCapacity");
/** A step in memory is a stated limit where it binds: another number of whole sequences fits. */
const sameRoom = (before: FigureReader, after: FigureReader) =>
  before("batchCapacity") === after("batchCapacity") || !(isFull(before) || isFull(after));

/** One per cent of what is not cached: of a prompt nearly all of which is, one per cent of the cached share is much of the rest. */
const lessCached = (scenario: Scenario) =>
  withWorkload(scenario, { cachedPrefix: 1 - (1 - scenario.workload.cachedPrefix) / HUNDREDTH });

/** A stated limit of capacity: two pools that are both busy share the requests in flight by who is the slower: which that is may change at one per cent. */
const sharedOut = (figures: FigureReader, { options }: Scenario) =>
  (options[0]?.prefillReplicas ?? 0) > 0 &&
  figures("promptsTogether") > 1 &&
  figures("answeredRate") > FULL * figures("promptRate");

/** Within this share of what the pool for prompts passes it is at its limit of capacity. */
const FULL = 0.95;

const scaled = (scenario: Scenario, key: "inputTokens" | "outputTokens" | "batch") =>
  withWorkload(scenario, { [key]: scenario.workload[key] * HUNDREDTH });

const PROPERTIES = Object.keys(MACHINES) as (keyof typeof MACHINES)[];
const INPUTS: Record<string, (scenario: Scenario) => FigureReader> = {
  "tokens of a prompt": (scenario) => solved(scaled(scenario, "inputTokens")),
  "tokens of an answer": (scenario) => solved(scaled(scenario, "outputTokens")),
  "the cached share of prompts": (scenario) => solved(lessCached(scenario)),
  price: (scenario) => solved(withOption(scenario, { pricePerHour: 3 * HUNDREDTH })),
  // One per cent of a few requests is none.
  "requests in flight": (scenario) => {
    fc.pre(scenario.workload.batch >= 100);
    return solved(scaled(scenario, "batch"));
  },
  ...Object.fromEntries(
    PROPERTIES.map((property) => [property, (scenario) => solved(scenario, machine(property, HUNDREDTH))]),
  ),
};

it.each(Object.entries(INPUTS))("one per cent of %s moves no figure by more than five", (_, moved) => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const [before, after] = [solved(scenario), moved(scenario)];
      fc.pre(sameRoom(before, after));
      const online = scenario.serving.batching === "continuous";
      // Where requests wait for memory, the first token comes when there is room, however little is missing.
      const waiting = [before, after].some((each) => each("concurrency") > each("batchCapacity"));
      for (const id of FIGURES) {
        if (waiting && (id === "ttft" || id === "requestLatency")) continue;
        if (sharedOut(before, scenario) && (id === "ttft" || id === "tpot")) continue;
        if (!online && id !== "requestRate" && id !== "outputRate") continue;
        expect(Math.abs(after(id) / before(id) - 1), id).toBeLessThan(MOST);
      }
    }),
    { numRuns: RUNS },
  );
});
