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
  it.each([
    [0, false],
    [1, true],
    [2, false],
  ])(
    "names at most three changes of option %i that do what is said, simulated: %s, the best first",
    (index, simulate) => {
      const advice = adviceOf(heavy, index, "cost", lookup, { simulate });
      const answered = (patch: object) => {
        const plan = applyOptionPatch(heavy, index, patch);
        const option = answerOption(plan, index, lookup, { simulate });
        return { cost: option.figures.monthlyCost ?? 0, keeps: option.operation?.keeps };
      };
      const now = answered({});
      expect(now.keeps).toBe(true);
      expect(advice.length).toBeGreaterThan(0);
      expect(advice.length).toBeLessThanOrEqual(3);
      for (const { patch, change } of advice) {
        const { cost, keeps } = answered(patch);
        expect(cost / now.cost - 1).toBeCloseTo(change, 9);
        // No goal that is kept is given up for money.
        expect(keeps).toBe(true);
      }
      const changes = advice.map(({ change }) => change);
      expect(changes).toEqual(changes.toSorted((a, b) => a - b));
      expect(Math.max(...changes)).toBeLessThan(-0.02);
    },
  );

  it("looks at the goal that is missed where one is, at the requests that the goal is about", () => {
    const late = applyPatch(heavy, { goals: { tpot: 0.001, tpotAt: "p99" } });
    const tpot = (patch: object) => {
      const { operation } = answerOption(applyOptionPatch(late, 0, patch), 0, lookup);
      return operation?.percentiles?.tpot.p99.value ?? 0;
    };
    const [first] = adviceOf(late, 0, "tpot", lookup);
    expect(first && tpot(first.patch) / tpot({}) - 1).toBeCloseTo(first?.change ?? 0, 9);
  });

  it("proposes no engine that is not made for the accelerator", () => {
    for (const accelerator of ["amd-mi300x", "intel-gaudi3"]) {
      const plan = applyPatch(heavy, { options: { 0: { accelerator, tp: 2 } }, serving: { weights: "fp8" } });
      const engines = adviceOf(plan, 0, "cost", lookupFor(plan), { simulate: false }).map(
        ({ patch }) => patch.engine,
      );
      expect(engines, accelerator).not.toContain("trtllm");
    }
  });

  it("has nothing to say of an option that cannot run", () => {
    expect(adviceOf(applyPatch(heavy, { options: { 0: { tp: 1 } } }), 0, "cost", lookup)).toEqual([]);
  });
});
