import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answer } from "@/lib/engine";
import { rankedBy } from "@/lib/engine/ranking";
import { applyOptionPatch, applyPatch, defaultScenario, type Scenario } from "@/lib/scenario";
import { goalRepairsOf } from "@/lib/view/board/goal-repairs";
import { loosened, withLoosened } from "@/lib/view/board/loosened";
import { standingOf } from "@/lib/view/standing";

const lookup = lookupFor(defaultScenario);
const crowded = applyPatch(defaultScenario, {
  traffic: { load: "batch" },
  workload: { batch: 256 },
  goals: { ttftAt: "mean" },
});
const few = applyPatch(defaultScenario, {
  options: [{ ...defaultScenario.options[0], replicas: 4 } as Scenario["options"][number]],
});

/** Every repair of an option as the plan has it then: how it stands, and what it costs a month. */
const repaired = (scenario: Scenario, index: number) =>
  goalRepairsOf(scenario, index, lookup).map(({ label, patch, month, rank }) => {
    const after = applyOptionPatch(scenario, index, patch);
    const estimate = answer(after, lookup);
    const figures = estimate.options[index]?.figures;
    expect([figures?.monthlyCost, figures?.[rankedBy(after)]]).toEqual([month, rank]);
    return { label, kind: standingOf(estimate, index).kind, option: after.options[index] };
  });

describe("a repair of a missed goal", () => {
  it.each([0, 1, 2])("keeps the goals at the cost that it says (option %i)", (index) => {
    expect(standingOf(answer(crowded, lookup), index).kind).toBe("missed");
    const found = repaired(crowded, index);
    expect(found.length).toBeGreaterThan(0);
    for (const { kind, label } of found) {
      expect(kind).toBe("kept");
      expect(label).toContain("batch ");
    }
  });

  it("gives back what a hand had fixed too low, and leaves what the option says for itself", () => {
    const own = applyPatch(few, { options: { 0: { memoryFraction: 0.93 } } });
    const found = repaired(own, 0);
    expect(found.at(-1)).toMatchObject({ label: "replicas as needed", kind: "kept" });
    for (const { option } of found) expect(option).toMatchObject({ memoryFraction: 0.93 });
  });

  it("is none where nothing of the accelerator keeps them", () => {
    expect(goalRepairsOf(applyPatch(crowded, { goals: { tpot: 1e-4 } }), 0, lookup)).toEqual([]);
  });
});

it("a goal that is loosened to what is reached is kept by it, and by little", () => {
  const estimate = answer(crowded, lookup);
  const looser = loosened(estimate, 1);
  if (!looser) throw new Error("it misses two goals");
  const after = answer(withLoosened(crowded, looser), lookup);
  expect(standingOf(after, 1).kind).toBe("kept");
  const { ttft = 0 } = after.scenario.goals;
  expect(ttft / (after.options[1]?.figures.ttft ?? 0)).toBeLessThan(1.1);
  expect(loosened(after, 1)).toBeUndefined();
});
