import fc from "fast-check";
import { expect, it } from "vitest";
import { answer } from "@/lib/engine";
import { baseDemand, type Projection, project } from "@/lib/money";
import { applyPatch, type Scenario, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../engine/plans";

/** How many random plans it is tried on: PLANS=300 for a long run. */
const PLANS = Number(process.env.PLANS ?? 8);

const lookup = (fewest: number) => ({
  ...LOOKUP,
  price: (id: string) => {
    const price = LOOKUP.price(id);
    return price?.market ? { ...price, market: { ...price.market, fewest } } : price;
  },
});

const plans = fc.record({
  accelerator: fc.constantFrom("nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb"),
  tp: fc.constantFrom(1, 2, 4),
  fewest: fc.constantFrom(1, 8),
  spare: fc.constantFrom(0, 2),
  headroom: fc.constantFrom(0, 0.15, 0.4),
  traffic: fc.oneof(
    fc.record({
      load: fc.constant("rate"),
      requestRate: fc.double({ min: 1, max: 300, noNaN: true }),
      peakToMean: fc.constantFrom(1, 3),
    }),
    fc.record({
      load: fc.constant("users"),
      users: fc.integer({ min: 50, max: 9000 }),
      thinkTime: fc.constantFrom(5, 60),
    }),
  ),
  growth: fc.double({ min: -0.5, max: 4, noNaN: true }),
});

/** The plan with so many times the traffic. */
const grown = (scenario: Scenario, times: number): Scenario =>
  applyPatch(scenario, {
    traffic: { requestRate: scenario.traffic.requestRate * times, users: scenario.traffic.users * times },
  });

it("takes in each month the replicas that the board takes for that month's peak", () => {
  fc.assert(
    fc.property(plans, ({ accelerator, tp, fewest, traffic, growth, ...goals }) => {
      const scenario = scenarioSchema.parse({
        workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300 },
        serving: { weights: "fp8" },
        options: [{ accelerator, tp }],
        traffic,
        goals: { tpot: 0.03, ...goals },
        money: { growth, months: 24 },
      });
      const sized = (asked: Scenario) => answer(asked, lookup(fewest), { simulate: false });
      const base = sized(scenario);
      const projection = project(base, baseDemand(base, 0)?.requests ?? 0)[0] as Projection;
      for (const month of [0, 1, 23]) {
        const { replicas, need = 0 } =
          sized(grown(scenario, (1 + growth) ** (month / 12))).options[0]?.operation ?? {};
        // What rounding and the search lose may decide where the need is all but whole.
        if (month > 0 && Math.abs(need - Math.round(need)) < 3e-3) continue;
        expect(projection.monthly("monthReplicas", month), `month ${month}, ${need}`).toBe(replicas);
      }
    }),
    { numRuns: PLANS },
  );
});
