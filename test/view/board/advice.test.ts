import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answerOption } from "@/lib/engine";
import { applyOptionPatch, applyPatch, defaultScenario } from "@/lib/scenario";
import { adviceOf } from "@/lib/view/board/advice";

const lookup = lookupFor(defaultScenario);
const heavy = applyPatch(defaultScenario, {
  serving: { weights: "bf16", kvCache: "bf16" },
  options: { 0: { tp: 4 }, 1: { tp: 2 }, 2: { tp: 1 } },
});

describe("advice for a plan that fits", () => {
  it.each([0, 1, 2])(
    "names at most three changes of option %i that do what is said, the best first",
    (index) => {
      const advice = adviceOf(heavy, index, "cost", lookup);
      const cost = (patch: object) =>
        answerOption(applyOptionPatch(heavy, index, patch), index, lookup, { simulate: false }).figures
          .costPerToken ?? 0;
      expect(advice.length).toBeGreaterThan(0);
      expect(advice.length).toBeLessThanOrEqual(3);
      for (const { patch, change } of advice) expect(cost(patch) / cost({}) - 1).toBeCloseTo(change, 9);
      const changes = advice.map(({ change }) => change);
      expect(changes).toEqual(changes.toSorted((a, b) => a - b));
      expect(Math.max(...changes)).toBeLessThan(-0.02);
    },
  );

  it("looks at the goal that is missed where one is", () => {
    for (const { patch, change } of adviceOf(heavy, 0, "tpot", lookup)) {
      const tpot = (more: object) =>
        answerOption(applyOptionPatch(heavy, 0, more), 0, lookup, { simulate: false }).figures.tpot ?? 0;
      expect(tpot(patch) / tpot({}) - 1).toBeCloseTo(change, 9);
    }
  });

  it("has nothing to say of an option that cannot run", () => {
    expect(adviceOf(applyPatch(heavy, { options: { 0: { tp: 1 } } }), 0, "cost", lookup)).toEqual([]);
  });
});
