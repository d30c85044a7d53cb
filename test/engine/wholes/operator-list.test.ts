import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";
import { figureOf, onMachine } from "./machine";

const COMPUTE = { compute: 4e9 };

describe("the operators of a plan", () => {
  const plans = (["continuous", "static"] as const).map((batching) =>
    onMachine(
      { ...COMPUTE, bandwidth: 1e9 },
      { serving: { batching }, workload: { model: "cached-by-hand" } },
    ),
  );

  it("are those that take time, each once in its step, with what they move and compute", () => {
    for (const { operators } of plans) {
      expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length);
      for (const { id, frame, time, flops, bytes, intensity, count, label } of operators) {
        expect(id).toMatch(new RegExp(`^${frame}-\\d+$`));
        expect(label.length).toBeGreaterThan(2);
        expect(time).toBeGreaterThan(0);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(intensity).toBe(bytes > 0 ? flops / bytes : null);
      }
      expect(operators.map(({ frame }) => frame)).toContain("prefill");
    }
  });

  it("of a decode step add up to it, and none is there that takes no time", () => {
    for (const option of plans) {
      const sum = (frame: string) =>
        option.operators.filter((each) => each.frame === frame).reduce((total, { time }) => total + time, 0);
      expect(sum("decode")).toBeCloseTo(figureOf(option, "decodeStepTime"), 12);
    }
    const [fast] = [onMachine({}, { workload: { batch: 1 } })];
    expect(fast?.operators.filter(({ time }) => time === 0)).toEqual([]);
  });

  it("do what their weights ask for, for every sequence", () => {
    const option = onMachine(COMPUTE, { serving: { batching: "static" } });
    const flops = option.operators.filter((each) => each.frame === "decode" && each.flops > 0);
    // Ten sequences × 1,000,000 weights up, as many down, and 8,000,000 of the head, × two operations.
    expect(flops.map((each) => each.flops).sort((a, b) => a - b)).toEqual([2e7, 2e7, 1.6e8]);
  });

  it("hold the passes that draft as one, whose work is not told apart", () => {
    const drafted = onMachine(COMPUTE, {
      serving: {
        batching: "static",
        speculation: "draft",
        draftModel: "small-by-hand",
        draftTokens: 3,
        acceptance: 0.5,
      },
      workload: { batch: 1 },
    });
    expect(drafted.operators.filter(({ id }) => !/-\d+$/.test(id))).toEqual([
      {
        id: "decode-drafting",
        label: "Drafting: passes that propose tokens",
        frame: "decode",
        count: 3,
        flops: 0,
        bytes: 0,
        time: expect.closeTo(0.01275, 9),
        intensity: null,
        bound: "memory",
        part: "weights",
      },
    ]);
  });
});

describe("what would make a plan fit is said in words", () => {
  const repairs = (serving: object, option: object = {}, shared: object = {}) => {
    const [first] = estimate(
      scenarioSchema.parse({
        workload: { model: "meta-llama-3.1-70b", batch: 1, ...shared },
        serving,
        options: [{ accelerator: "nvidia-h200-sxm-141gb", ...option }],
      }),
      LOOKUP,
    ).options;
    return first?.verdict.feasible === false ? first.verdict.repairs : [];
  };

  it("by what a person changes", () => {
    expect(repairs({ weights: "bf16" })).toEqual([
      { label: "97 % of the memory", patch: { serving: { memoryFraction: 0.97 } } },
      { label: "FP8 weights", patch: { weights: "fp8" } },
      { label: "2 accelerators", patch: { tp: 2 } },
    ]);
    expect(repairs({ weights: "fp8" }, { accelerator: "nvidia-l40s" }).map(({ label }) => label)).toEqual([
      "4-bit weights (AWQ)",
      "2 accelerators",
    ]);
  });

  it("on the option itself where it has a fraction of its own", () => {
    expect(repairs({ weights: "bf16" }, { memoryFraction: 0.9 })[0]).toEqual({
      label: "97 % of the memory",
      patch: { memoryFraction: 0.97 },
    });
  });

  it("by no split that is wider than a machine's or narrower than the plan's", () => {
    const huge = { model: "deepseek-v3" };
    expect(repairs({ weights: "bf16" }, { accelerator: "nvidia-l4" }, huge)).toEqual([]);
    expect(repairs({ weights: "fp8" }, { tp: 2 }, huge).map(({ label }) => label)).toContain(
      "8 accelerators",
    );
    // 671 GB in 8 bits on cards of 48 GB: sixteen hold them.
    const wide = repairs({ weights: "fp8" }, { accelerator: "nvidia-l40s" }, huge);
    for (const { patch } of wide) expect(patch.tp ?? 16).toBeLessThanOrEqual(16);
  });
});
