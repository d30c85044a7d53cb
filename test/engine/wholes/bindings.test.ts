import { describe, expect, it } from "vitest";
import { type Asked, type Machine, onMachine } from "./machine";

const CACHED = { model: "cached-by-hand" } as const;

describe("what binds a machine that can do all but one thing at once", () => {
  it.each<[string, Machine, Asked]>([
    ["compute", { compute: 4e9 }, {}],
    ["weights", { bandwidth: 1e9 }, { workload: { batch: 1 } }],
    // 28 MB of weights beside 4,000 bytes for each of 102,000 tokens, all but a hundredth of the prompt already there.
    [
      "kv",
      { bandwidth: 1e9 },
      { workload: { ...CACHED, batch: 1, inputTokens: 100_000, outputTokens: 4000, cachedPrefix: 0.99 } },
    ],
    ["communication", { link: 1e6 }, { option: { tp: 2 } }],
    ["host", { stack: { hostTime: 0.01 } }, {}],
    ["host", { stack: { layerTime: 0.01 } }, {}],
  ])("%s", (binding, machine, asked) => {
    for (const batching of ["continuous", "static"] as const)
      expect(onMachine(machine, { ...asked, serving: { batching } }).binding).toBe(binding);
  });

  it("capacity, where more requests are in flight than it holds", () => {
    // Weights of 28 MB, activations of 36 MB, and a megabyte of cache a request.
    const small = { compute: 4e9, memory: 80e6 };
    const asked = { serving: { chunkTokens: 256 }, workload: { ...CACHED, inputTokens: 256 } };
    expect(onMachine(small, { ...asked, workload: { ...asked.workload, batch: 200 } }).binding).toBe(
      "capacity",
    );
    expect(onMachine(small, { ...asked, workload: { ...asked.workload, batch: 2 } }).binding).toBe("compute");
  });
});

describe("what binds a machine whose decode steps wait for the host and whose prompts compute", () => {
  // A step waits 50 ms; a row computes 1 ms and a sampled one 4. Ten tokens of one answer are 10 × 55 ms, of which the
  // host has 500; a prompt of n takes n + 4 ms.
  const machine = { compute: 4e9, stack: { hostTime: 0.05 } };
  const of = (inputTokens: number) => onMachine(machine, { workload: { inputTokens, batch: 1 } }).binding;

  it("is the host while prompts are short, and arithmetic when they are long", () => {
    expect(of(16)).toBe("host");
    expect(of(300)).toBe("host");
    expect(of(800)).toBe("compute");
  });
});
