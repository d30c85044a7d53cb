import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feasibility, isRefused, sweep } from "@/lib/engine";
import { solve } from "@/lib/engine/estimate";
import { figureQuantities } from "@/lib/engine/figures";
import { goodputOf } from "@/lib/engine/search/goodput";
import { applyOptionPatch, applyPatch, defaultScenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP, optionOf, plans, running, scenarioOf } from "./plans";

describe("whether a plan runs", () => {
  it("is said alike by the estimate and by the quick way, which leaves the memory's repairs out", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const { verdict } = optionOf(knobs);
        const quick = feasibility(planOf(scenarioOf(knobs), 0), LOOKUP);
        const without =
          !verdict.feasible && verdict.reason === "memory" ? { ...verdict, repairs: [] } : verdict;
        expect(quick).toEqual(without);
      }),
    );
  });

  it("is so after every repair that is offered", () => {
    let offered = 0;
    fc.assert(
      fc.property(plans, (knobs) => {
        const { verdict } = optionOf(knobs);
        if (verdict.feasible) return;
        for (const { patch } of verdict.repairs) {
          offered++;
          const repaired = feasibility(planOf(applyOptionPatch(scenarioOf(knobs), 0, patch), 0), LOOKUP);
          if (verdict.reason === "memory") expect(repaired).toEqual({ feasible: true });
          else expect(repaired).not.toMatchObject({ message: verdict.message });
        }
      }),
      { numRuns: 200 },
    );
    // Some thirty on average; chance alone must not fail the test.
    expect(offered).toBeGreaterThan(0);
  });

  it("keeps its reason in a sweep", () => {
    const three = applyPatch(defaultScenario, { options: { 0: { tp: 2, ep: 64 } } });
    const swept = sweep(three, 0, LOOKUP, [{ inputTokens: 10, outputTokens: 10, batch: 1 }], ["tpot"]);
    const verdict = feasibility(planOf(three, 0), LOOKUP);
    expect(verdict).toMatchObject({ feasible: false, reason: "layout" });
    expect(isRefused(swept) && swept.message).toBe(verdict.feasible ? "" : verdict.message);
  });
});

describe("the search for the goodput", () => {
  it("leaves the plan at its own load", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        running(knobs);
        const scenario = applyPatch(scenarioOf(knobs), { goals: { ttft: 2, tpot: 0.1 } });
        const { settled } = solve(planOf(scenario, 0), LOOKUP);
        if (!settled) throw new Error("it runs");
        const values = () => figureQuantities.map(({ quantity }) => settled.image.value(quantity));
        const before = values();
        expect(goodputOf(settled)).toBeDefined();
        expect(values()).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});
