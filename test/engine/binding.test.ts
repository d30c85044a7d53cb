import { describe, expect, it } from "vitest";
import { catalogLookup } from "@/lib/catalog/lookup";
import { estimate } from "@/lib/engine";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";

const option = (
  workload: Partial<ScenarioInput["workload"]>,
  serving: ScenarioInput["serving"] = {},
  goals = {},
) => {
  const [found] = estimate(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-70b", ...workload },
      serving,
      goals,
      options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 2 }],
    }),
    catalogLookup(),
  ).options;
  if (!found?.verdict.feasible) throw new Error("expected a plan that runs");
  return found;
};

describe("the binding term", () => {
  it.each(["continuous", "static"] as const)("is arithmetic for long prompts, %s", (batching) => {
    const long = { inputTokens: 32_000, outputTokens: 100, batch: 8 };
    expect(option(long, { batching }).binding).toBe("compute");
    expect(option(long, { batching }, { tpot: 10, ttft: 1000 }).binding).toBe("compute");
  });

  it("is reading weights for long answers to few, and the cache for long contexts that are already there", () => {
    expect(option({ inputTokens: 100, outputTokens: 2000, batch: 2 }).binding).toBe("weights");
    const kept = { inputTokens: 60_000, cachedPrefix: 0.99, outputTokens: 4000, batch: 8 };
    expect(option(kept).binding).toBe("kv");
  });

  it("is memory capacity when requests wait for room", () => {
    expect(option({ inputTokens: 32_000, outputTokens: 100, batch: 400 }).binding).toBe("capacity");
  });
});

describe("a request alone", () => {
  const alone = { inputTokens: 32_000, outputTokens: 100, batch: 1 };
  const tpot = (workload: Partial<ScenarioInput["workload"]>, serving: ScenarioInput["serving"] = {}) =>
    option(workload, serving).figures.tpot as number;

  it("waits for no other's prompt between its tokens, as in a batch of its own", () => {
    expect(tpot(alone)).toBeCloseTo(tpot(alone, { batching: "static" }), 12);
  });

  it("is answered faster than one of two, which waits for the other's prompt", () => {
    expect(tpot({ ...alone, batch: 2 })).toBeGreaterThan(tpot(alone) * 1.1);
  });
});
