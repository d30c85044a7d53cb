import { describe, expect, it } from "vitest";
import { estimate, isRefused, sized } from "@/lib/engine";
import { type Routing, routed } from "@/lib/engine/fleet/route";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

const MEANS = { simulate: false };

const scenarioOf = (traffic: ScenarioInput["traffic"]) =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-70b" },
    traffic,
    goals: { ttft: 2, tpot: 0.05 },
    options: [
      { accelerator: "nvidia-l40s", model: "meta-llama-3.1-8b", pricePerHour: 1 },
      { accelerator: "nvidia-h200-sxm-141gb", tp: 2, pricePerHour: 3 },
    ],
  });
const RATE = scenarioOf({ load: "rate", requestRate: 100, peakToMean: 2 });

function routedOf(routing: Partial<Routing>, scenario = RATE) {
  const found = routed(
    scenario,
    { small: 0, large: 1, first: 0.7, escalated: 0.2, ...routing },
    LOOKUP,
    MEANS,
  );
  if (isRefused(found)) throw new Error(found.message);
  return found;
}

describe("requests that are routed by how hard they are", () => {
  it("size each deployment for its part, and both together for all", () => {
    const { small, large, together } = routedOf({});
    expect(small.traffic).toMatchObject({ load: "rate", requestRate: 70 });
    expect(large.traffic.requestRate).toBeCloseTo(30 + 14, 9);
    for (const [index, leg] of [small, large].entries()) {
      const own = sized(planOf({ ...RATE, traffic: leg.traffic }, index), LOOKUP, MEANS);
      if (isRefused(own)) throw new Error(own.message);
      expect(leg.option).toMatchObject(own.patch);
      const [alone] = estimate({ ...RATE, traffic: leg.traffic, options: [leg.option] }, LOOKUP).options;
      expect(leg.figures).toEqual(alone?.figures);
    }
    const { monthlyCost = 0, acceleratorCount = 0 } = small.figures;
    expect(together.monthlyCost).toBeCloseTo(monthlyCost + (large.figures.monthlyCost ?? 0), 6);
    expect(together.accelerators).toBe(acceleratorCount + (large.figures.acceleratorCount ?? 0));
  });

  it("count the tokens of answers that count alone, whichever gives them", () => {
    const { together } = routedOf({});
    // Peak to mean is two, and 1,500 tokens a request, by hand.
    const tokens = 50 * 1500 * (365 / 12) * 86_400;
    expect((together.costPerToken ?? 0) * tokens).toBeCloseTo(together.monthlyCost ?? 0, -1);
  });

  it("wait for both where a request is sent on", () => {
    const { small, large, together } = routedOf({ first: 0.7, escalated: 0.2 });
    const [one, other] = [small.figures, large.figures];
    const sentOn = (one.requestLatency ?? 0) + (other.ttft ?? 0);
    expect(together.ttft).toBeCloseTo(0.56 * (one.ttft ?? 0) + 0.14 * sentOn + 0.3 * (other.ttft ?? 0), 9);
    const whole = (one.requestLatency ?? 0) + (other.requestLatency ?? 0);
    expect(together.answer).toBeCloseTo(
      0.56 * (one.requestLatency ?? 0) + 0.14 * whole + 0.3 * (other.requestLatency ?? 0),
      9,
    );
  });

  it("cost less than all on the large one, the more so the fewer are sent on, and more where all are", () => {
    const costs = [0.1, 0.5, 1].map((escalated) => routedOf({ escalated }).together.monthlyCost ?? 0);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    const { alone } = routedOf({});
    expect(costs[0]).toBeLessThan(alone.monthlyCost ?? 0);
    expect(costs[2]).toBeGreaterThan(alone.monthlyCost ?? 0);
  });

  it("ask as often as users do who wait for the mix", () => {
    const scenario = scenarioOf({ load: "users", users: 3000, thinkTime: 20 });
    const { small, large, together } = routedOf({}, scenario);
    const rate = 3000 / (20 + together.answer);
    expect((small.traffic.requestRate ?? 0) / 0.7 / rate).toBeCloseTo(1, 2);
    expect(large.traffic.requestRate / 0.44 / rate).toBeCloseTo(1, 2);
  });

  it("need a traffic, and two that run", () => {
    const batch = routed(
      scenarioOf({ load: "batch" }),
      { small: 0, large: 1, first: 0.5, escalated: 0 },
      LOOKUP,
      MEANS,
    );
    expect(isRefused(batch) && batch.message).toMatch(/batch/);
    const never = { ...RATE, options: RATE.options.map((option) => ({ ...option, tp: 1 })) };
    const heavy = { ...never, serving: { ...never.serving, weights: "fp32" } };
    expect(isRefused(routed(heavy, { small: 0, large: 1, first: 0.5, escalated: 0 }, LOOKUP, MEANS))).toBe(
      true,
    );
  });
});
