import { describe, expect, it } from "vitest";
import { type FigureId, isRefused, type Sized, sized } from "@/lib/engine";
import { solve } from "@/lib/engine/estimate";
import { load } from "@/lib/engine/feasibility";
import { quantityOf } from "@/lib/engine/figures";
import { trafficOf } from "@/lib/engine/search/simulator";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { changedPlan, planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

const plan = (option: object, more: object = {}) =>
  planOf(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300, batch: 32 },
      serving: { weights: "fp8" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2, ...option }],
      ...more,
    } as ScenarioInput),
    0,
  );
function size(asked: ReturnType<typeof plan>): Sized {
  const found = sized(asked, LOOKUP);
  if (isRefused(found)) throw new Error(found.message);
  return found;
}
function figure(asked: ReturnType<typeof plan>, { patch }: Sized, id: FigureId): number {
  const { settled } = solve(changedPlan(asked, patch), LOOKUP);
  if (!settled) throw new Error("the plan does not run");
  return settled.image.value(quantityOf(id));
}

describe("a replica of several ranks is simulated as each of them is loaded", () => {
  it.each([1, 2, 4])("under a rate, on %i ranks", (dp) => {
    const asked = plan({ dp }, { traffic: { load: "rate", requestRate: 100 } });
    const found = size(asked);
    const tpot = found.percentiles?.tpot.mean.value ?? Number.NaN;
    expect(tpot / figure(asked, found, "tpot")).toBeGreaterThan(0.85);
    expect(tpot / figure(asked, found, "tpot")).toBeLessThan(1.15);
    // Fifteen per cent of what it can serve are kept free: half of the requests hardly wait.
    expect(found.percentiles?.queue.p50.value).toBeLessThan(0.2);
    expect(found.replicas * found.rate).toBeCloseTo(100, 6);
  });

  it.each([1, 2, 4])("by people who ask without a pause, on %i ranks", (dp) => {
    const asked = plan({ dp });
    const found = size(asked);
    const tpot = found.percentiles?.tpot.mean.value ?? Number.NaN;
    expect(tpot / figure(asked, found, "tpot")).toBeGreaterThan(0.85);
    expect(tpot / figure(asked, found, "tpot")).toBeLessThan(1.15);
  });

  it("has a longest prompt only where the plan says one", () => {
    const loaded = load(plan({}), LOOKUP);
    if (isRefused(loaded)) throw new Error(loaded.message);
    expect(trafficOf(loaded).input).not.toHaveProperty("longest");
  });
});
