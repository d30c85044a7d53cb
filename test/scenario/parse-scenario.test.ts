import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldError, fields, parseScenario, type ScenarioInput } from "@/lib/scenario";

const smallest: ScenarioInput = {
  workload: { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 500 },
  options: [{ accelerator: "nvidia-h100-sxm-80gb" }],
};
const read = (input: unknown) => {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
};
const errors = (input: unknown): FieldError[] => {
  const reading = parseScenario(input);
  return reading.ok ? [] : reading.errors;
};
const withWorkload = (workload: object) => ({ ...smallest, workload: { ...smallest.workload, ...workload } });
const withOption = (option: object) => ({ ...smallest, options: [{ ...smallest.options[0], ...option }] });

describe("parseScenario completes", () => {
  it("the smallest body", () => {
    expect(read(smallest)).toEqual({
      v: 3,
      workload: {
        model: "meta-llama-3.1-70b",
        inputTokens: 1000,
        outputTokens: 500,
        batch: 16,
        cachedPrefix: 0,
        inputSpread: 0,
        outputSpread: 0,
      },
      traffic: {
        load: "batch",
        users: 2000,
        thinkTime: 30,
        turns: 1,
        requestRate: 10,
        requestsPerDay: 100_000,
        tokensPerDay: 100_000_000,
        peakToMean: 1,
        hoursPerDay: 24,
        daysPerWeek: 7,
        burstiness: 1,
      },
      goals: { ttftAt: "mean", tpotAt: "mean", answerAt: "mean", spare: 0, headroom: 0.15 },
      serving: {
        weights: "fp8",
        kvCache: "bf16",
        engine: "vllm",
        batching: "continuous",
        batchWindow: 0.05,
        speculation: "none",
        draftTokens: 3,
        acceptance: 0.7,
        memoryFraction: 0.9,
        chunkTokens: 8192,
      },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 1, pp: 1, dp: 1, ep: 1, prefillReplicas: 0 }],
      finance: { hardware: "rented", place: "united-states", utilisation: 1 },
      money: {},
    });
  });

  it("is the identity on what it returned", () => {
    expect(read(read(smallest))).toEqual(read(smallest));
  });

  it("traffic as people say it", () => {
    const { traffic, goals } = read({
      ...smallest,
      traffic: {
        load: "users",
        users: "2k users",
        thinkTime: "1 min",
        requestRate: "3/s",
        requestsPerDay: "3M/month",
        tokensPerDay: "10M tok/day",
      },
      goals: { ttft: "1 s", ttftAt: "p95", tpot: "50 ms", headroom: "20%" },
    });
    expect(traffic).toMatchObject({ users: 2000, thinkTime: 60, requestRate: 3, tokensPerDay: 1e7 });
    expect(traffic.requestsPerDay).toBeCloseTo(3e6 / (365 / 12), 6);
    expect(goals).toMatchObject({ ttft: 1, ttftAt: "p95", tpot: 0.05, headroom: 0.2 });
  });

  it("quantities written as text", () => {
    const scenario = read({
      ...withOption({ pricePerHour: "$2.49/h", tp: "8", replicas: "1,000" }),
      workload: { model: "m", inputTokens: "128k", outputTokens: "1 000 tok", batch: "16 requests" },
      serving: { memoryFraction: "70%", chunkTokens: "1M" },
      finance: { utilisation: "50" },
    });
    expect(scenario.workload).toMatchObject({
      model: "m",
      inputTokens: 128_000,
      outputTokens: 1000,
      batch: 16,
    });
    expect(scenario.serving.memoryFraction).toBe(0.7);
    expect(scenario.serving.chunkTokens).toBe(1_000_000);
    expect(scenario.options[0]).toMatchObject({ pricePerHour: 2.49, tp: 8, replicas: 1000 });
    expect(scenario.finance.utilisation).toBe(0.5);
  });
});

describe("parseScenario refuses", () => {
  it.each([
    [
      withWorkload({ batch: -1 }),
      "workload.batch",
      "Batch: must be from 1 req to 4,096 req, understood -1 req",
    ],
    [withWorkload({ batch: 1.5 }), "workload.batch", "Batch: must be a whole number, understood 1.5 req"],
    [
      withWorkload({ inputTokens: "12x8k" }),
      "workload.inputTokens",
      'Input tokens: understood the number 12, but not "x8k"; expected a number of tokens (tok)',
    ],
    [
      withWorkload({ inputTokens: "80 GB" }),
      "workload.inputTokens",
      "Input tokens: expected a number of tokens (tok), understood 80 GB, which is an amount of bytes",
    ],
    [
      withWorkload({ inputTokens: Number.NaN }),
      "workload.inputTokens",
      "Input tokens: expected a number, or text with a unit, understood NaN",
    ],
    [
      withWorkload({ outputTokens: ["5"] }),
      "workload.outputTokens",
      "Output tokens: expected a number, or text with a unit, understood a list of 1",
    ],
    [
      { ...smallest, serving: { memoryFraction: "0.9" } },
      "serving.memoryFraction",
      "Memory fraction: must be from 10 % to 100 %, understood 0.9 %",
    ],
    [
      { ...smallest, serving: { engine: "ollama" } },
      "serving.engine",
      `Engine: expected ${fields["serving.engine"].choices.map(({ value }) => `"${value}"`).join(" or ")}, understood "ollama"`,
    ],
    [
      withOption({ tp: 3 }),
      "options.0.tp",
      "Tensor parallel: must be one of 1, 2, 4, 8, 12, 16, 32, 64, understood 3 acc",
    ],
    [
      withOption({ accelerator: "H100 <b>" }),
      "options.0.accelerator",
      "Accelerator: expected an id of lower-case letters, digits, '.', '_' and '-', understood \"H100 <b>\"",
    ],
    [withOption({ cost: 1 }), "options.0.cost", '"cost" is not a field'],
    [{ options: smallest.options }, "workload", "expected an object, it is missing"],
    [{ ...smallest, options: [] }, "options", "expected at least 1, understood a list of 0"],
    [
      { ...smallest, options: Array(7).fill(smallest.options[0]) },
      "options",
      "expected at most 6, understood a list of 7",
    ],
    [
      { ...smallest, v: 4 },
      "v",
      "it was made by a newer planner (version 4 of plans; this one reads up to 3)",
    ],
    [{ ...smallest, options: "x" }, "options", 'expected a list, understood "x"'],
    [{ ...smallest, v: 0 }, "v", "expected 3, understood 0"],
    [{ ...smallest, v: 1.5 }, "v", "expected 3, understood 1.5"],
    [{ ...smallest, v: "1" }, "v", 'expected 3, understood "1"'],
    [
      { ...smallest, name: "a\u202eb" },
      "name",
      'Name: expected text without control characters, understood "a\u202eb"',
    ],
    [null, "", "expected an object, understood null"],
    ["text", "", 'expected an object, understood "text"'],
  ])("case %#: %j", (input, path, message) => {
    expect(errors(input)).toEqual([{ path, message }]);
  });

  it("every bad field at once", () => {
    const paths = errors({ ...withWorkload({ batch: 0, model: "" }), extra: 1 }).map(({ path }) => path);
    expect(paths.sort()).toEqual(["extra", "workload.batch", "workload.model"]);
  });
});

describe("hostile input", () => {
  it.each(["__proto__", "constructor", "prototype"])("key %s is refused where it stands", (key) => {
    const text = JSON.stringify(withOption({ KEY: { polluted: true } })).replace("KEY", key);
    expect(errors(JSON.parse(text))).toEqual([{ path: "options.0", message: `"${key}" is not a field` }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("depth, size and long text are refused", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(errors({ a: deep })[0]?.message).toBe("nested deeper than 9 levels");
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(errors(circular)[0]?.message).toBe("nested deeper than 9 levels");
    expect(errors({ list: Array(10_000).fill(1) })[0]?.message).toBe("more than 6000 values");
    expect(errors({ name: "x".repeat(10_000_000) })).toEqual([
      { path: "name", message: "longer than 1000 characters" },
    ]);
  });

  it("anything at all gives a complete scenario or errors", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    });
    const near = fc.record({
      workload: anything,
      serving: anything,
      options: fc.array(anything),
      name: anything,
    });
    fc.assert(
      fc.property(fc.oneof(anything, near), (input) => {
        const reading = parseScenario(input);
        if (reading.ok) expect(read(reading.scenario)).toEqual(reading.scenario);
        else expect(reading.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
