import { describe, expect, it } from "vitest";
import { figureOf, onMachine } from "./machine";

/** B in a batch have 10 + B ms to the first token and between tokens, as in goals.test.ts. */
const SCHEDULE = { stack: { hostTime: 0.01, sequenceTime: 0.001 } };
const CACHED = { model: "cached-by-hand", inputTokens: 256 } as const;

describe("the search for the load that keeps the goals", () => {
  // Weights of 28 MB, activations of 36 MB and a megabyte a request: few have room.
  const small = (memory: number, tpot = "10 s") =>
    onMachine(
      { ...SCHEDULE, memory },
      {
        serving: { batching: "static", chunkTokens: 256 },
        goals: { tpot },
        workload: { ...CACHED, batch: 2 },
      },
    );

  it("ends at what memory holds where no goal is missed before", () => {
    const rooms = [73e6, 75e6, 80e6, 100e6, 137e6].map((memory) => {
      const option = small(memory);
      const room = Math.floor(figureOf(option, "batchCapacity"));
      expect(option.goodput?.batch).toBe(room);
      return room;
    });
    expect(rooms).toContain(1);
  });

  it("finds every load between one and what memory holds, to the request", () => {
    const holds = Math.floor(figureOf(small(100e6), "batchCapacity"));
    expect(holds).toBeGreaterThan(8);
    for (let batch = 1; batch <= holds; batch++)
      expect(small(100e6, `${10.5 + batch} ms`).goodput?.batch).toBe(batch);
  });

  it("keeps a goal that is met exactly, as the plan's own standing does", () => {
    const at = onMachine(SCHEDULE, { serving: { batching: "static" }, workload: { batch: 6 } });
    const goals = { tpot: figureOf(at, "tpot"), ttft: figureOf(at, "ttft") };
    for (const one of [{ tpot: goals.tpot }, { ttft: goals.ttft }, goals])
      expect(onMachine(SCHEDULE, { serving: { batching: "static" }, goals: one }).goodput?.batch).toBe(6);
  });

  it("is not asked for of a run to which nobody waits", () => {
    const asked = { serving: { batching: "offline" }, goals: { tpot: "1 s" } } as const;
    expect(onMachine(SCHEDULE, asked).goodput).toBeUndefined();
  });
});
