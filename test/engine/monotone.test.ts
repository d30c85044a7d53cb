import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FigureId, FigureReader } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario";
import { machine, RUNS, scenarios, solved, withOption, withWorkload } from "./random-plans";

/** The batch is found to one part in ten thousand, and two plans are compared. */
const SEARCH = 2e-4;
const MORE = ["bandwidth", "compute", "links", "memory"] as const;
const factor = fc.double({ min: 1.01, max: 3, noNaN: true });
const settings = { numRuns: RUNS };

const up = (before: FigureReader, after: FigureReader, id: FigureId) =>
  expect(after(id), `${id} falls`).toBeGreaterThanOrEqual(before(id) * (1 - SEARCH));
const down = (before: FigureReader, after: FigureReader, id: FigureId) =>
  expect(after(id), `${id} rises`).toBeLessThanOrEqual(before(id) * (1 + SEARCH));
/** A stated limit of capacity: where prompts wait for a pool that is full, those who are answered sooner ask sooner, and wait there for longer. */
const poolIsFull = (after: FigureReader, { options }: Scenario) =>
  (options[0]?.prefillReplicas ?? 0) > 0 && after("answeredRate") > after("promptRate") * (1 - 1e-3);
const online = ({ serving }: Scenario) => serving.batching === "continuous";

describe("a plan never does worse", () => {
  for (const property of ["bandwidth", "compute", "links"] as const)
    it(`with more ${property}: no time rises, no rate falls`, () => {
      fc.assert(
        fc.property(scenarios, factor, (scenario, times) => {
          const [before, after] = [solved(scenario), solved(scenario, machine(property, times))];
          up(before, after, "requestRate");
          if (!online(scenario)) return;
          if (!poolIsFull(after, scenario)) down(before, after, "ttft");
          down(before, after, "requestLatency");
        }),
        settings,
      );
    });

  it("with more memory: no rate falls", () => {
    fc.assert(
      fc.property(scenarios, factor, (scenario, times) => {
        up(solved(scenario), solved(scenario, machine("memory", times)), "requestRate");
      }),
      settings,
    );
  });

  it("with more of the prompts cached", () => {
    fc.assert(
      fc.property(scenarios, fc.double({ min: 0.01, max: 0.09, noNaN: true }), (scenario, more) => {
        const cached = withWorkload(scenario, { cachedPrefix: scenario.workload.cachedPrefix + more });
        const [before, after] = [solved(scenario), solved(cached)];
        up(before, after, "requestRate");
        if (online(scenario)) down(before, after, "ttft");
      }),
      settings,
    );
  });

  it("through deep pipelines, with more of their long prompts cached", () => {
    const deep = fc
      .tuple(scenarios, fc.constantFrom(2, 4, 8, 16), fc.integer({ min: 8000, max: 60_000 }))
      .map(([each, pp, inputTokens]) => withOption(withWorkload(each, { inputTokens }), { pp }));
    fc.assert(
      fc.property(deep, fc.double({ min: 0.01, max: 0.09, noNaN: true }), (scenario, more) => {
        fc.pre(online(scenario));
        const cached = withWorkload(scenario, { cachedPrefix: scenario.workload.cachedPrefix + more });
        const [before, after] = [solved(scenario), solved(cached)];
        up(before, after, "requestRate");
        down(before, after, "ttft");
      }),
      settings,
    );
  });

  it("in batches that start together, as long as memory makes them no larger", () => {
    const together = scenarios.map((each) => ({
      ...each,
      serving: { ...each.serving, batching: "static" as const },
    }));
    fc.assert(
      fc.property(together, factor, fc.constantFrom(...MORE), (scenario, times, property) => {
        const [slow, fast] = [solved(scenario), solved(scenario, machine(property, times))];
        fc.pre(property !== "memory" || fast("rankBatch") === slow("rankBatch"));
        up(slow, fast, "requestRate");
        down(slow, fast, "requestLatency");
      }),
      settings,
    );
  });

  it("with more replicas: no fewer are served, and no later where each has prompts of its own", () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 5 }), (scenario, more) => {
        const { replicas = 1, prefillReplicas = 0 } = scenario.options[0] ?? {};
        const wider = withOption(scenario, { replicas: replicas + more });
        const [before, after] = [solved(scenario), solved(wider)];
        up(before, after, "requestRate");
        if (online(scenario) && prefillReplicas === 0) down(before, after, "ttft");
      }),
      settings,
    );
  });

  it("with more replicas for prompts: the first token comes no later", () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 5 }), (scenario, more) => {
        const pools = scenario.options[0]?.prefillReplicas ?? 0;
        fc.pre(pools > 0);
        const wider = withOption(scenario, { prefillReplicas: pools + more });
        const [before, after] = [solved(scenario), solved(wider)];
        up(before, after, "requestRate");
        if (online(scenario)) down(before, after, "ttft");
      }),
      settings,
    );
  });
});

describe("a plan never does better", () => {
  it("with longer prompts", () => {
    fc.assert(
      fc.property(scenarios, factor, (scenario, times) => {
        const inputTokens = Math.ceil(scenario.workload.inputTokens * times);
        const [before, after] = [solved(scenario), solved(withWorkload(scenario, { inputTokens }))];
        down(before, after, "requestRate");
        if (online(scenario)) up(before, after, "ttft");
      }),
      settings,
    );
  });

  it("with longer answers", () => {
    fc.assert(
      fc.property(scenarios, factor, (scenario, times) => {
        const outputTokens = Math.ceil(scenario.workload.outputTokens * times);
        const [before, after] = [solved(scenario), solved(withWorkload(scenario, { outputTokens }))];
        down(before, after, "requestRate");
        if (online(scenario)) up(before, after, "requestLatency");
      }),
      settings,
    );
  });

  it("for each request with more of them in flight, and never serves fewer", () => {
    fc.assert(
      fc.property(scenarios, factor, (scenario, times) => {
        fc.pre(online(scenario));
        const batch = Math.ceil(scenario.workload.batch * times);
        const [before, after] = [solved(scenario), solved(withWorkload(scenario, { batch }))];
        up(before, after, "requestLatency");
        up(before, after, "requestRate");
      }),
      settings,
    );
  });

  it("for the money at a higher price", () => {
    fc.assert(
      fc.property(scenarios, factor, (scenario, times) => {
        const dearer = withOption(scenario, { pricePerHour: 3 * times });
        const [before, after] = [solved(scenario), solved(dearer)];
        for (const id of ["costPerToken", "costPerInputToken", "costPerOutputToken", "monthlyCost"] as const)
          expect(after(id) / before(id) / times, id).toBeCloseTo(1, 9);
      }),
      settings,
    );
  });
});
