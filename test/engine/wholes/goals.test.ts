import { describe, expect, it } from "vitest";
import { figureOf, onMachine } from "./machine";

/** 10 ms a step and 1 ms for each sequence in it: B in a batch have 10 + B ms to the first token and between tokens. */
const SCHEDULE = { stack: { hostTime: 0.01, sequenceTime: 0.001 } };

describe("the load that keeps the goals, by hand", () => {
  const goodput = (goals: { tpot?: string; ttft?: string }) =>
    onMachine(SCHEDULE, {
      serving: { batching: "static" },
      goals,
      workload: { batch: 40 },
      option: { replicas: 2 },
    }).goodput;
  /** A batch of B is done after 10 × (10 + B) ms, and ten tokens of each are written by each of two replicas. */
  const rateOf = (batch: number) => (2 * batch * 10) / (10 * (0.01 + 0.001 * batch));

  it.each([
    ["between tokens alone", { tpot: "15.5 ms" }, 5],
    ["to the first token alone", { ttft: "13.5 ms" }, 3],
    ["both, the first token's the tighter", { tpot: "15.5 ms", ttft: "13.5 ms" }, 3],
    ["both, the other's the tighter", { tpot: "12.5 ms", ttft: "13.5 ms" }, 2],
    ["of a hundred", { tpot: "110.5 ms" }, 100],
  ])("is that of a goal %s", (_, goals, batch) => {
    const found = goodput(goals);
    expect(found?.batch).toBe(batch);
    expect(found?.outputRate).toBeCloseTo(rateOf(batch), 6);
  });

  it("is nothing where one request alone misses a goal", () => {
    expect(goodput({ tpot: "10.5 ms" })).toEqual({ batch: 0, outputRate: 0 });
    expect(goodput({ tpot: "500 ms", ttft: "10.5 ms" })).toEqual({ batch: 0, outputRate: 0 });
  });

  it("is not asked for without a goal", () => {
    expect(goodput({})).toBeUndefined();
  });

  it("leaves the plan's own figures at its own load", () => {
    const asked = { serving: { batching: "static" }, goals: { tpot: "15.5 ms" } } as const;
    expect(figureOf(onMachine(SCHEDULE, asked), "tpot")).toBeCloseTo(0.02, 12);
  });
});
