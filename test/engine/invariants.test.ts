import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Accelerator } from "@/lib/catalog/schema";
import { estimate } from "@/lib/engine";
import {
  figure,
  interleaved,
  type Knobs,
  LOOKUP,
  optionOf,
  plans,
  roomy,
  running,
  scenarioOf,
  withAccelerator,
} from "./plans";
import { solved } from "./random-plans";

const factor = fc.double({ min: 1.01, max: 3, noNaN: true });
const base = { replicas: 1, kvCache: "bf16", engine: "vllm", utilisation: 1 } as const;
/** How many random plans each law is tried on: INVARIANTS=10000 for a long run. */
const SETTINGS = { numRuns: Number(process.env.INVARIANTS ?? 100) };
/** What two plans whose searches take the same rounds may differ by; a search itself stops at one part in ten thousand. */
const SEARCH = 1e-6;

const faster = (times: number) =>
  withAccelerator((accelerator) => {
    const { memoryBandwidth } = accelerator;
    return { ...accelerator, memoryBandwidth: { ...memoryBandwidth, value: memoryBandwidth.value * times } };
  });

describe("the time per output token", () => {
  it("never falls when the batch grows and memory has room for it", () => {
    fc.assert(
      fc.property(interleaved, factor, (knobs, times) => {
        const more = { ...knobs, batch: Math.ceil(knobs.batch * times) };
        const after = running(more);
        fc.pre(roomy(after, more));
        expect(figure(after, "tpot")).toBeGreaterThanOrEqual(figure(running(knobs), "tpot") * (1 - SEARCH));
      }),
      SETTINGS,
    );
  });

  it("never falls when prompts grow and memory has room for them", () => {
    fc.assert(
      fc.property(interleaved, factor, (knobs, times) => {
        const more = { ...knobs, inputTokens: Math.ceil(knobs.inputTokens * times) };
        const after = running(more);
        fc.pre(roomy(after, more));
        expect(figure(after, "tpot")).toBeGreaterThanOrEqual(figure(running(knobs), "tpot") * (1 - SEARCH));
      }),
      SETTINGS,
    );
  });

  it("never falls when prompts grow for one request alone, however short its answer", () => {
    fc.assert(
      fc.property(plans, factor, (knobs, times) => {
        const alone = { ...knobs, batch: 1 };
        const longer = { ...alone, inputTokens: Math.ceil(alone.inputTokens * times) };
        const after = running(longer);
        expect(figure(after, "tpot")).toBeGreaterThanOrEqual(figure(running(alone), "tpot") * (1 - SEARCH));
      }),
      SETTINGS,
    );
  });

  it("never rises with more bandwidth", () => {
    fc.assert(
      fc.property(interleaved, factor, (knobs, times) => {
        const before = figure(running(knobs), "tpot");
        expect(figure(optionOf(knobs, faster(times)), "tpot")).toBeLessThanOrEqual(before * (1 + SEARCH));
      }),
      SETTINGS,
    );
  });

  // An answer of two tokens has two steps for others' prompts: as many share one as keep up with the answers (19 here, 41 and 77 below).
  it("never rises with more bandwidth, even where prompts outnumber decode steps", () => {
    const knobs: Knobs = {
      ...{ ...base, model: "meta-llama-3.1-70b", accelerator: "nvidia-a100-sxm-80gb", tp: 2, weights: "fp8" },
      ...{ inputTokens: 236, outputTokens: 2, batch: 64 },
    };
    expect(figure(optionOf(knobs, faster(2)), "tpot")).toBeLessThanOrEqual(figure(optionOf(knobs), "tpot"));
  });

  it("never falls when the batch grows, even where prompts outnumber decode steps", () => {
    const knobs: Knobs = {
      ...{ ...base, model: "gpt-oss-120b", accelerator: "amd-mi300x", tp: 1, weights: "fp8" },
      ...{ inputTokens: 14, outputTokens: 2, batch: 272 },
    };
    const more = { ...knobs, batch: 489 };
    expect(figure(optionOf(more), "tpot")).toBeGreaterThanOrEqual(figure(optionOf(knobs), "tpot"));
  });
});

describe("an operator", () => {
  const peakOf = ({ peak }: Accelerator, weights: string) => {
    const plain = weights === "bf16" ? [peak.bf16, peak.fp16] : Object.values(peak);
    return Math.max(...plain.map((each) => each?.value ?? 0));
  };

  it("is never faster than its bytes over the bandwidth or its operations over the peak", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const { operators } = running(knobs);
        const accelerator = LOOKUP.accelerator(knobs.accelerator) as Accelerator;
        const link = (accelerator.link?.perDirection ?? accelerator.hostLink)?.value ?? 0;
        expect(operators.length).toBeGreaterThan(5);
        for (const { part, bytes, flops, time, label } of operators) {
          const rate = part === "communication" ? link : accelerator.memoryBandwidth.value;
          expect(time, label).toBeGreaterThanOrEqual(bytes / rate);
          expect(time, label).toBeGreaterThanOrEqual(flops / peakOf(accelerator, knobs.weights));
        }
      }),
      SETTINGS,
    );
  });

  it("adds up with the others to the step", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const option = running(knobs);
        for (const [frame, id] of [
          ["decode", "decodeStepTime"],
          ["prefill", "mixedStepTime"],
        ] as const) {
          const times = option.operators.filter((each) => each.frame === frame).map(({ time }) => time);
          const sum = times.reduce((total, time) => total + time, 0);
          expect(sum / figure(option, id)).toBeCloseTo(1, 9);
        }
      }),
      SETTINGS,
    );
  });
});

describe("a plan", () => {
  it("serves R times as much on R replicas, at the same speed and cost per token", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 2, max: 500 }), (knobs, replicas) => {
        const one = running({ ...knobs, replicas: 1 });
        const many = optionOf({ ...knobs, replicas });
        for (const id of ["outputRate", "inputRate", "requestRate", "annualTokens", "acceleratorCount"])
          expect(figure(many, id) / figure(one, id) / replicas, id).toBeCloseTo(1, 12);
        for (const id of ["tpot", "ttft", "requestLatency", "batchCapacity"])
          expect(figure(many, id), id).toBe(figure(one, id));
        expect(many.figures.costPerToken ?? 0).toBeCloseTo(one.figures.costPerToken ?? 0, 15);
        expect(many.operators).toEqual(one.operators);
      }),
      SETTINGS,
    );
  });

  it("spends no more than all of its time on prompts, however short the answers", () => {
    const short = fc.tuple(plans, fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(short, ([knobs, outputTokens]) => {
        const option = running({ ...knobs, outputTokens });
        expect(figure(option, "rankRate") * figure(option, "promptEffort")).toBeLessThanOrEqual(1 + SEARCH);
      }),
      SETTINGS,
    );
  });

  it("reads no more prompts a second than its arithmetic units could", () => {
    const knobs: Knobs = {
      ...{ ...base, model: "meta-llama-3.1-8b", accelerator: "nvidia-h100-sxm-80gb", tp: 1, weights: "fp8" },
      ...{ inputTokens: 1000, outputTokens: 1, batch: 256 },
    };
    // 32 layers of 218 million weights each, two operations a weight and token.
    const operations = 2 * 32 * 218e6 * knobs.inputTokens * figure(running(knobs), "requestRate");
    expect(operations).toBeLessThan(
      (LOOKUP.accelerator(knobs.accelerator) as Accelerator).peak.fp8?.value ?? 0,
    );
  });

  it("obeys Little's law: requests in flight are rate times latency", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const option = running(knobs);
        const inFlight = figure(option, "requestRate") * figure(option, "requestLatency");
        expect(inFlight / (knobs.batch * knobs.replicas)).toBeCloseTo(1, 9);
      }),
      SETTINGS,
    );
  });

  it("fills no more memory than there is, whatever the stack means by its fraction", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(0.5, 0.9, 1), (knobs, memoryFraction) => {
        const scenario = scenarioOf(knobs);
        const figures = solved({ ...scenario, serving: { ...scenario.serving, memoryFraction } });
        const held = figures("weightBytes") + figures("activationBytes") + figures("runtimeBytes");
        const cache = figures("rankCapacity") * figures("kvBytesPerSequence");
        expect(cache).toBeLessThanOrEqual(figures("kvBudget") * (1 + 1e-9));
        expect(held + figures("kvBudget")).toBeLessThanOrEqual(figures("memoryCapacity") * (1 + 1e-9));
        expect(figures("fillableBytes")).toBeLessThanOrEqual(figures("memoryCapacity") * (1 + 1e-9));
        expect(figures("neededBytes")).toBeLessThanOrEqual(figures("grantedBytes"));
        expect(figures("kvBytesAtEnd")).toBeLessThanOrEqual(figures("kvBudget") * (1 + 1e-9));
      }),
      SETTINGS,
    );
  });

  it("divides the memory into parts that add up to what there is, unless it is too small", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const { memory } = running(knobs);
        const accelerator = LOOKUP.accelerator(knobs.accelerator) as Accelerator;
        const { value } = accelerator.memoryReported ?? accelerator.memory;
        expect(memory.reduce((sum, { bytes }) => sum + bytes, 0) / value).toBeCloseTo(1, 9);
        expect(memory.every(({ bytes }) => bytes >= 0)).toBe(true);
      }),
      SETTINGS,
    );
  });

  // The weights alone do not fit: there is room for none.
  it("never holds fewer than no sequences", () => {
    const knobs: Knobs = {
      ...{
        model: "meta-llama-3.1-70b",
        accelerator: "nvidia-h200-sxm-141gb",
        tp: 1,
        weights: "bf16",
        batch: 16,
      },
      ...{
        kvCache: "bf16",
        engine: "vllm",
        inputTokens: 1000,
        outputTokens: 500,
        replicas: 1,
        utilisation: 1,
      },
    };
    expect(figure(optionOf(knobs), "batchCapacity")).toBe(0);
  });

  it("has only finite figures, whether it runs or not, and survives JSON", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const made = estimate(scenarioOf(knobs), LOOKUP);
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
        expect(Object.values(made.options[0]?.figures ?? {}).every(Number.isFinite)).toBe(true);
        expect(JSON.stringify(made.options[0]?.operators)).not.toMatch(/"(flops|bytes|time|count)":null/);
      }),
      { numRuns: 200 },
    );
  });

  it("comes out the same every time, whatever was computed in between", () => {
    fc.assert(
      fc.property(plans, plans, (knobs, other) => {
        const first = optionOf(knobs);
        optionOf(other);
        expect(optionOf(knobs)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it("is the same beside other options as alone", () => {
    fc.assert(
      fc.property(plans, plans, (knobs, other) => {
        const alone = scenarioOf(knobs);
        const beside = { ...alone, options: [...scenarioOf(other).options, ...alone.options] };
        expect(estimate(beside, LOOKUP).options[1]).toEqual(optionOf(knobs));
      }),
      { numRuns: 50 },
    );
  });
});
