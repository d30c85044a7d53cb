import { describe, expect, it } from "vitest";
import { isRefused, type Sized, sized } from "@/lib/engine";
import { solve } from "@/lib/engine/estimate";
import { rankCapacity } from "@/lib/engine/formulas/memory";
import { nextBatch } from "@/lib/engine/formulas/serving";
import * as q from "@/lib/engine/inputs";
import { withRepairs } from "@/lib/engine/search/repairs";
import type { Infeasible } from "@/lib/engine/verdict";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";
import { figureOf, onMachine } from "./machine";

const plan = (workload: object, traffic: object = {}, option: object = {}) =>
  planOf(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", ...workload },
      serving: { weights: "fp8" },
      traffic,
      options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2, ...option }],
    } as ScenarioInput),
    0,
  );

describe("the batch that agrees with its own times", () => {
  it.each([
    [100, 1000, 64],
    [2000, 200, 256],
    [8000, 50, 256],
    [8000, 10, 512],
    [30_000, 2, 64],
    [30_000, 500, 1024],
  ])("is found for prompts of %i and answers of %i, %i in flight", (inputTokens, outputTokens, batch) => {
    const { settled } = solve(plan({ inputTokens, outputTokens, batch }), LOOKUP);
    if (!settled) throw new Error("the plan does not run");
    const found = settled.image.value(q.rankBatch);
    const next = settled.image.value(nextBatch);
    const most = Math.min(batch, settled.image.value(rankCapacity));
    expect(found).toBeLessThanOrEqual(most);
    // Below what memory and the load allow, the batch is the one that its own times bring about; at their end more would be.
    if (found < most) expect(Math.abs(next / found - 1)).toBeLessThan(1.1e-4);
    else expect(next).toBeGreaterThan(most * (1 - 1.1e-4));
  });
});

describe("drafting on a machine whose compute and memory overlap", () => {
  /** A soft knee, so that a pass is no straight line through its sequences. */
  const machine = { compute: 4e9, bandwidth: 1e9, global: { kneeOrder: 4 } };
  const alone = (batch: number) =>
    figureOf(
      onMachine(machine, { serving: { batching: "static" }, workload: { model: "small-by-hand", batch } }),
      "decodeStepTime",
    );
  const drafted = (batch: number) =>
    figureOf(
      onMachine(machine, {
        serving: {
          batching: "static",
          speculation: "draft",
          draftModel: "small-by-hand",
          draftTokens: 3,
          acceptance: 0.5,
        },
        workload: { batch },
      }),
      "draftStepTime",
    );

  it("takes what the small model takes at one sequence and at sixty-four, and a line between", () => {
    expect(drafted(1) / (3 * alone(1))).toBeCloseTo(1, 9);
    expect(drafted(64) / (3 * alone(64))).toBeCloseTo(1, 9);
    expect(drafted(16)).toBeCloseTo(drafted(1) + ((drafted(64) - drafted(1)) * 15) / 63, 9);
  });
});

describe("a sized plan", () => {
  const size = (...asked: Parameters<typeof plan>): Sized => {
    const found = sized(plan(...asked), LOOKUP, { simulate: false });
    if (isRefused(found)) throw new Error(found.message);
    return found;
  };

  it("needs no replica more for what arithmetic loses, and one more for what is asked beyond", () => {
    const lengths = { inputTokens: 800, outputTokens: 300 };
    const { goodRate } = size(lengths, { load: "rate", requestRate: 100 });
    const planned = goodRate * (1 - 0.15);
    for (const times of [1, 2, 3, 7])
      expect(size(lengths, { load: "rate", requestRate: times * planned }).replicas).toBe(times);
    expect(size(lengths, { load: "rate", requestRate: 3.001 * planned }).replicas).toBe(4);
  });

  it("is drawn from the first seed unless another is said", () => {
    const asked = plan({ inputTokens: 800, outputTokens: 300 }, { load: "rate", requestRate: 20 });
    expect(sized(asked, LOOKUP)).toEqual(sized(asked, LOOKUP, { seed: 1, simulate: true }));
    expect(sized(asked, LOOKUP)).not.toEqual(sized(asked, LOOKUP, { seed: 2 }));
  });
});

it("only a lack of memory is given memory's repairs", () => {
  const reason: Infeasible = {
    feasible: false,
    reason: "layout",
    message: "m",
    repairs: [{ label: "another split", patch: { tp: 2 } }],
  };
  const asked = plan({}, {}, { weights: "bf16" });
  expect(withRepairs(reason, asked, LOOKUP)).toBe(reason);
  const lacking = withRepairs({ ...reason, reason: "memory" }, asked, LOOKUP);
  expect(lacking.message).toBe("m");
  expect(lacking.repairs).not.toEqual(reason.repairs);
});
