import { describe, expect, it } from "vitest";
import { isRefused, type Sized, sized } from "@/lib/engine";
import { load } from "@/lib/engine/feasibility";
import { goalsOf, isSimulated, missed } from "@/lib/engine/search/goals";
import { largest, serviceCurve } from "@/lib/engine/search/service-curve";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { changedPlan, planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

type Asked = { traffic?: object; goals?: object; serving?: object; workload?: object; option?: object };
const plan = ({ option, workload, serving, ...asked }: Asked) =>
  planOf(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300, ...workload },
      serving: { weights: "fp8", ...serving },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2, ...option }],
      ...asked,
    } as ScenarioInput),
    0,
  );
function size(asked: Asked, simulate = false): Sized {
  const found = sized(plan(asked), LOOKUP, { simulate });
  if (isRefused(found)) throw new Error(found.message);
  return found;
}
const curveOf = (asked: Asked) => {
  const loaded = load(changedPlan(plan(asked), { replicas: 1 }), LOOKUP);
  if (isRefused(loaded)) throw new Error(loaded.message);
  return serviceCurve(loaded);
};
const RATE = { load: "rate", requestRate: 300 } as const;

describe("the replicas that a traffic needs", () => {
  it.each([
    [0, 0],
    [0.15, 0],
    [0.5, 3],
  ])("are the peak over what one carries with a headroom of %f, and %i spare", (headroom, spare) => {
    const found = size({ traffic: RATE, goals: { tpot: 0.02, headroom, spare } });
    expect(found.demand).toEqual({ peak: 300, mean: 300 });
    expect(found.replicas).toBe(Math.ceil(300 / (found.goodRate * (1 - headroom)) - 1e-6) + spare);
    expect(found.patch.replicas).toBe(found.replicas);
    expect(found.rate).toBeCloseTo(300 / found.replicas, 9);
  });

  it("carry the largest load that keeps the goals for the mean, and no more than they can", () => {
    const free = size({ traffic: RATE });
    expect(free.goodRate).toBeCloseTo(free.mostRate, 9);
    const tight = size({ traffic: RATE, goals: { tpot: 0.01 } });
    expect(tight.goodRate).toBeLessThan(tight.mostRate);
    const curve = curveOf({ traffic: RATE, goals: { tpot: 0.01 } });
    const batch = largest(1, curve.most, (each) => curve.at(each).tpot <= 0.01);
    expect(tight.goodRate / curve.at(batch).rate).toBeCloseTo(1, 4);
    expect(curve.at(batch * 1.01).tpot).toBeGreaterThan(0.01);
  });

  it("do not grow for a goal that not even the lightest load keeps, and it is said to be missed", () => {
    const goals = { tpot: 0.01 };
    const alone = size({ traffic: RATE, goals });
    const with2 = size({ traffic: RATE, goals: { ...goals, ttft: 0.001 } });
    expect(with2.replicas).toBe(alone.replicas);
    expect(with2.goodRate).toBe(alone.goodRate);
    expect(alone.keeps).toBe(true);
    expect(with2.missing.map(({ of, at }) => [of, at])).toEqual([["ttft", "mean"]]);
    expect(with2.missing[0]?.times).toBeCloseTo((with2.missing[0]?.reached ?? 0) / 0.001, 6);
    const simulated = size({ traffic: { ...RATE, requestRate: 60 }, goals: { ...goals, ttft: 0.001 } }, true);
    expect(simulated.goodRate).toBeLessThan(simulated.mostRate * 0.98);
  });

  it("grow as the other goals need it where only a simulation of all shows that one is kept by no number", () => {
    const asked = { traffic: { ...RATE, requestRate: 3 }, workload: { inputTokens: 100, outputTokens: 100 } };
    const goals = { ttft: 0.022, ttftAt: "p99" };
    const alone = size({ ...asked, goals }, true);
    expect([alone.keeps, alone.replicas]).toEqual([true, 2]);
    const with2 = size({ ...asked, goals: { ...goals, tpot: 0.0001, tpotAt: "p95" } }, true);
    expect(with2.replicas).toBe(alone.replicas);
    expect(with2.missing.map(({ of }) => of)).toEqual(["tpot"]);
  });

  it("are simulated up to nearly all that one can serve where nothing is asked of them", () => {
    const simulated = size({ traffic: { ...RATE, requestRate: 60 } }, true);
    expect(simulated.goodRate / simulated.mostRate).toBeCloseTo(0.98, 9);
    // What a simulated replica serves at its fullest is what the formulas say it does.
    expect(simulated.mostRate / size({ traffic: RATE }).mostRate).toBeGreaterThan(0.8);
    expect(simulated.mostRate / size({ traffic: RATE }).mostRate).toBeLessThan(1.2);
    expect(simulated.percentiles?.tpot.p50.value).toBeGreaterThan(0);
    expect(size({ traffic: RATE })).not.toHaveProperty("percentiles");
  });

  it("keep replicas for prompts in their proportion", () => {
    const apart = { option: { prefillReplicas: 1 } };
    const found = size({ traffic: RATE, ...apart });
    expect(found.patch.prefillReplicas).toBe(found.replicas);
    const pinned = size({
      traffic: { ...RATE, requestRate: 20 },
      option: { replicas: 4, prefillReplicas: 2 },
    });
    expect(pinned.patch).toMatchObject({ replicas: 4, prefillReplicas: 2 });
    const uneven = size({
      traffic: { ...RATE, requestRate: 20 },
      option: { replicas: 3, prefillReplicas: 1 },
    });
    expect(uneven.patch).toMatchObject({ replicas: 3, prefillReplicas: 1 });
    expect(size({ traffic: RATE }).patch).not.toHaveProperty("prefillReplicas");
  });

  it("are used for the share of the time that the mean is of what they serve at the peak", () => {
    const even = size({ traffic: RATE });
    const peaky = size({
      traffic: { load: "requests", requestsPerDay: 10_000_000, peakToMean: 3, hoursPerDay: 12 },
    });
    const { peak, mean } = peaky.demand as { peak: number; mean: number };
    expect(peak / mean).toBeCloseTo(3, 9);
    expect(even.patch.utilisation).toBeCloseTo(1, 4);
    // A third of what the peak needs, in half of the hours.
    expect(peaky.patch.utilisation).toBeCloseTo(1 / 3 / 2, 4);
  });

  it("serve less than is asked where there are too few, which is said with by how much", () => {
    const few = size({ traffic: RATE, option: { replicas: 1 } });
    expect(few.missing).toEqual([
      { of: "rate", at: "mean", most: 300, reached: few.mostRate, times: 300 / few.mostRate },
    ]);
    expect(few.rate).toBe(few.mostRate);
    expect(few.patch.utilisation).toBe(1);
    const enough = size({ traffic: { ...RATE, requestRate: few.mostRate }, option: { replicas: 1 } });
    expect(enough.missing).toEqual([]);
  });
});

describe("what a person pins", () => {
  it.each<[Asked, string[]]>([
    [{}, ["batch"]],
    [{ option: { replicas: 2 } }, ["batch", "replicas"]],
    [{ traffic: RATE }, []],
    [{ traffic: RATE, option: { batch: 8 } }, ["batch"]],
    [{ traffic: RATE, option: { replicas: 2 } }, ["replicas"]],
    [{ traffic: RATE, option: { batch: 8, replicas: 2 } }, ["batch", "replicas"]],
  ])("%o stays", (asked, pinned) => {
    const found = size(asked);
    expect(found.pinned).toEqual(pinned);
    if (pinned.includes("replicas")) expect([found.replicas, found.patch.replicas]).toEqual([2, 2]);
    if (asked.option && "batch" in asked.option) expect(found.patch.batch).toBe(8);
  });

  it("of a batch is the point itself, with what more would bring", () => {
    const found = size({ workload: { batch: 8 }, goals: { tpot: 0.001 } });
    const curve = curveOf({ workload: { batch: 8 } });
    expect(found.rate).toBeCloseTo(curve.at(8).rate, 9);
    expect(found.goodRate).toBe(found.rate);
    expect(found.mostRate).toBeGreaterThan(found.rate);
    expect(found.keeps).toBe(false);
    expect(found.missing).toMatchObject([{ of: "tpot", reached: expect.closeTo(curve.at(8).tpot, 9) }]);
    for (const none of ["demand", "percentiles"]) expect(found).not.toHaveProperty(none);
    expect(size({ workload: { batch: 8 } }).keeps).toBe(true);
  });
});

describe("the search for a load", () => {
  it.each([1, 1.5, 7, 99.9, 100])("finds the largest that holds: %f", (edge) => {
    expect(largest(1, 100, (load) => load <= edge) / edge).toBeCloseTo(1, 5);
  });
  it("finds none where not even the least holds", () => {
    expect(largest(2, 100, () => false)).toBe(0);
    expect(largest(2, 100, () => true)).toBe(100);
  });
});

describe("a goal", () => {
  it("is for the requests that the plan says, where it is set", () => {
    const asked = plan({ goals: { ttft: 1, ttftAt: "p95", answer: 9, answerAt: "p50" } });
    expect(goalsOf(asked)).toEqual([
      { of: "ttft", at: "p95", most: 1 },
      { of: "answer", at: "p50", most: 9 },
    ]);
    expect(missed(goalsOf(asked), ({ most }) => most)).toEqual([]);
    expect(missed(goalsOf(asked), ({ of }) => (of === "ttft" ? 2 : 9))).toEqual([
      { of: "ttft", at: "p95", most: 1, reached: 2, times: 2 },
    ]);
    expect(missed(goalsOf(asked), () => Number.NaN)).toHaveLength(2);
  });

  it("takes a simulation under a traffic, or where it is for more than the mean", () => {
    expect(isSimulated(plan({ traffic: RATE }))).toBe(true);
    expect(isSimulated(plan({ goals: { ttft: 1 } }))).toBe(false);
    expect(isSimulated(plan({ goals: { ttft: 1, ttftAt: "p90" } }))).toBe(true);
    expect(isSimulated(plan({ goals: { ttftAt: "p90" } }))).toBe(false);
    expect(isSimulated(plan({ goals: { ttft: 1, ttftAt: "p90" }, serving: { batching: "offline" } }))).toBe(
      false,
    );
  });
});
