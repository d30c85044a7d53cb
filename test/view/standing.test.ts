import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Estimate, estimate } from "@/lib/engine";
import { applyPatch } from "@/lib/scenario";
import { compareTable } from "@/lib/view/compare";
import { goalsMissed } from "@/lib/view/goals";
import { cheapestOption, interval } from "@/lib/view/headline";
import { hasGoals, isEligible, standingOf, standings, standingText } from "@/lib/view/standing";
import { estimated, lookup, mixed } from "./estimates";

const withGoals = (plan: Estimate, ttft: number | undefined, tpot: number | undefined) =>
  estimate(applyPatch(plan.scenario, { goals: { ttft, tpot } }), lookup);

describe("the cheapest", () => {
  it("keeps every goal, and no cheaper option does", () => {
    const plan = mixed();
    const limits = fc.option(fc.double({ min: 0.001, max: 3, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(limits, limits, (ttft, tpot) => {
        const asked = withGoals(plan, ttft, tpot && tpot / 10);
        const best = cheapestOption(asked);
        const costs = asked.options.map((option) => interval(option, "costPerToken")?.value);
        const keeping = asked.options.flatMap((option, index) =>
          option.verdict.feasible && goalsMissed(option, asked.scenario).length === 0 ? [index] : [],
        );
        if (best === null) expect(keeping).toEqual([]);
        else {
          expect(keeping).toContain(best);
          for (const index of keeping) expect(costs[index]).toBeGreaterThanOrEqual(costs[best] ?? Number.NaN);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is nobody when none keeps the goals", () => {
    expect(cheapestOption(withGoals(mixed(), 1e-3, 1e-3))).toBeNull();
  });

  it("is called so in the table once, in no row that misses a goal", () => {
    const free = compareTable(mixed()).rows.map(({ verdict }) => verdict);
    expect(free.filter((text) => /cheapest/.test(String(text)))).toHaveLength(1);
    const strict = compareTable(withGoals(mixed(), 1e-3, 1e-3)).rows.map(({ verdict }) => String(verdict));
    expect(strict.slice(0, 2).every((text) => /^misses TTFT by .*, TPOT by /.test(text))).toBe(true);
    expect(strict.join()).not.toContain("cheapest");
  });
});

describe("a tick", () => {
  const h200 = "nvidia-h200-sxm-141gb";
  const long = estimate(
    applyPatch(estimated([{ accelerator: h200, tp: 4 }]).scenario, {
      workload: { inputTokens: 200_000, batch: 1 },
    }),
    lookup,
  );
  const expanded = estimated([{ accelerator: "nvidia-a100-sxm-80gb", tp: 2, weights: "fp8" }]);
  const slow = estimate(
    applyPatch(estimated([{ accelerator: "aws-graviton4", tp: 1 }]).scenario, {
      workload: { inputTokens: 60_000, batch: 4 },
    }),
    lookup,
  );

  it.each([
    ["a context past the model's", long, "Context too long", false],
    ["weights expanded to another format", expanded, "No native format", true],
    ["a first token after minutes", slow, "Starts too late", false],
  ])("is not given to %s", (_, plan, short, eligible) => {
    const option = plan.options[0];
    expect(option?.verdict.feasible).toBe(true);
    const standing = standingOf(plan, 0);
    expect(standing.kind).toBe("doubtful");
    expect(standing.doubts.map((doubt) => doubt.short)).toContain(short);
    expect(isEligible(standing)).toBe(eligible);
    if (option) {
      expect(standingText(standing, option, { cheapest: false, goals: false })).toContain(
        short.toLowerCase(),
      );
    }
  });

  it("is given to exactly those that run, keep every goal and raise no doubt", () => {
    const plan = withGoals(mixed(), undefined, 0.03);
    expect(hasGoals(plan)).toBe(true);
    for (const [index, { kind, missed }] of standings(plan).entries()) {
      const option = plan.options[index];
      const keeps = option?.verdict.feasible && goalsMissed(option, plan.scenario).length === 0;
      expect(kind === "kept", String(index)).toBe(keeps === true);
      for (const { by } of missed) expect(by).toBeGreaterThan(0);
    }
  });
});
