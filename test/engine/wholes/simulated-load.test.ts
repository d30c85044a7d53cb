import { describe, expect, it } from "vitest";
import { load } from "@/lib/engine/feasibility";
import { simulator } from "@/lib/engine/search/simulator";
import { settle } from "@/lib/engine/search/steady-state";
import { percentilesOf } from "@/lib/engine/simulate";
import { isRefused } from "@/lib/engine/verdict";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

describe("the largest load that a simulation finds for a goal", () => {
  const scenario = scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 100 },
    serving: { weights: "fp8" },
    traffic: { load: "rate", requestRate: 3 },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", replicas: 1 }],
  });
  const loaded = load(planOf(scenario, 0), LOOKUP);
  if (isRefused(loaded)) throw new Error(loaded.message);
  settle(loaded);
  const found = simulator(loaded, 8, 1);
  const first = (rate: number) => percentilesOf(found.open(rate, 1)).ttft.p99.value;
  const share = (most: number) => found.largestRate([{ of: "ttft", at: "p99", most }], 1) / found.mostRate;
  // Alone on the machine, and where a fiftieth of what it can serve comes.
  const [alone, seldom] = [first(1e-6), first(0.02 * found.mostRate)];

  it("leaves out one that is kept by nothing but a request alone", () => {
    expect(seldom).toBeGreaterThan(1.05 * alone);
    expect(share((alone + seldom) / 2)).toBeCloseTo(0.98, 12);
    expect(share(alone / 2)).toBeCloseTo(0.98, 12);
  });

  it("lies between a fiftieth of the most and nearly all of it, in steps of a 128th", () => {
    for (const times of [1.2, 1.5]) {
      const at = share(times * alone);
      expect(at).toBeGreaterThanOrEqual(0.02);
      expect(at).toBeLessThan(0.98);
      const steps = ((at - 0.02) / 0.96) * 128;
      expect(steps).toBeCloseTo(Math.round(steps), 6);
    }
    expect(share(1.5 * alone)).toBeGreaterThan(share(1.2 * alone));
    expect(share(100 * alone)).toBeCloseTo(0.98, 12);
  });
});
