import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate, type FigureId, isRefused, sweep } from "@/lib/engine";
import { figure, LOOKUP, plans, running, scenarioOf } from "../plans";

describe("the batch of a closed loop", () => {
  it("is the one that its own times ask for", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const option = running(knobs);
        // With one pipeline stage the micro-batch is the batch.
        const batch = figure(option, "microBatch");
        expect(Math.abs(figure(option, "nextBatch") / batch - 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a sweep over loads", () => {
  const IDS: readonly FigureId[] = ["tpot", "outputRate", "costPerToken"];

  it("says of each load what an estimate says, and nothing of one that memory cannot start", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(2000, 200_000, 2_000_000), (knobs, inputTokens) => {
        const scenario = scenarioOf(knobs);
        const load = { inputTokens, outputTokens: 100, batch: 4 };
        const asked = { ...scenario, workload: { ...scenario.workload, ...load } };
        const option = estimate(asked, LOOKUP).options[0];
        const rows = sweep(scenario, 0, LOOKUP, [load], IDS);
        const row = isRefused(rows) ? null : rows[0];
        if (option?.verdict.feasible) expect(row).toEqual(IDS.map((id) => option.figures[id]));
        else expect(row ?? null).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
