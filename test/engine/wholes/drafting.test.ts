import { describe, expect, it } from "vitest";
import { figureOf, onMachine } from "./machine";

/** As in money.test.ts: 1 ms a row and layer of 2,000,000 weights, 4 ms a sampled row. */
const COMPUTE = { compute: 4e9 };
const ALONE = { batch: 1 };

describe("drafting three tokens of which one in two is accepted, by hand", () => {
  const serving = {
    batching: "static",
    speculation: "draft",
    draftModel: "small-by-hand",
    draftTokens: 3,
    acceptance: 0.5,
  } as const;
  const option = onMachine(COMPUTE, { serving, workload: ALONE });

  it("gains 1 + 1/2 + 1/4 + 1/8 tokens a step", () => {
    expect(figureOf(option, "tokensPerStep")).toBeCloseTo(1.875, 12);
  });

  it("takes three passes of a model with a quarter of the layer, and four rows of the target", () => {
    // A pass of one row: 0.25 + 4 ms. Verifying: four rows of 5 ms.
    expect(figureOf(option, "draftStepTime")).toBeCloseTo(3 * 0.00425, 12);
    expect(figureOf(option, "decodeStepTime")).toBeCloseTo(0.02 + 0.01275, 12);
    expect(figureOf(option, "tpot")).toBeCloseTo(0.03275 / 1.875, 12);
  });

  it("is an operator among the others, which add up to the step with it", () => {
    const decoding = option.operators.filter(({ frame }) => frame === "decode");
    const drafting = decoding.find(({ id }) => id === "decode-drafting");
    expect(drafting?.count).toBe(3);
    expect(drafting?.time).toBeCloseTo(0.01275, 12);
    const sum = decoding.reduce((total, { time }) => total + time, 0);
    expect(sum).toBeCloseTo(figureOf(option, "decodeStepTime"), 12);
  });

  it("stores the drafting model beside the target", () => {
    // 10,000,000 weights of the target and 8,500,000 of the small one, in two bytes.
    expect(figureOf(option, "weightBytes")).toBe(20_000_000 + 17_000_000);
  });

  it("costs the answer, not the prompt", () => {
    // A prompt of 16 takes 20 ms, 1.25 a token; a token written 32.75 / 1.875 = 17.47 ms.
    const ratio = figureOf(option, "costPerOutputToken") / figureOf(option, "costPerInputToken");
    expect(ratio).toBeCloseTo(32.75 / 1.875 / 1.25, 9);
  });
});

describe("drafting with a layer or heads of the target, by hand", () => {
  const drafted = (speculation: "eagle" | "medusa") =>
    onMachine(COMPUTE, {
      serving: { batching: "static", speculation, draftTokens: 3, acceptance: 0.5 },
      workload: ALONE,
    });

  it("a layer of its own and the target's head: 1 + 4 ms a pass, 4 MB more", () => {
    expect(figureOf(drafted("eagle"), "draftStepTime")).toBeCloseTo(3 * 0.005, 12);
    expect(figureOf(drafted("eagle"), "weightBytes")).toBe(20_000_000 + 4_000_000);
  });

  it("three heads: 4 ms and 16 MB each", () => {
    expect(figureOf(drafted("medusa"), "draftStepTime")).toBeCloseTo(3 * 0.004, 12);
    expect(figureOf(drafted("medusa"), "weightBytes")).toBe(20_000_000 + 3 * 16_000_000);
  });
});
