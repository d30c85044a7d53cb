import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import { estimate, explain, type OptionEstimate, solveFigures } from "@/lib/engine";
import { parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import { LOOKUP } from "./plans";

const H100 = "nvidia-h100-sxm-80gb";

function scenario({
  serving = {},
  workload = {},
  option = {},
  ...sections
}: Record<string, object>): Scenario {
  const input = {
    workload: {
      model: "llama-3.1-8b-instruct",
      inputTokens: 2000,
      outputTokens: 300,
      batch: 16,
      ...workload,
    },
    serving: { weights: "bf16", ...serving },
    options: [{ accelerator: H100, ...option }],
    ...sections,
  } as ScenarioInput;
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

const figure = (plan: Scenario) => {
  const { figures } = solveFigures(plan, 0, LOOKUP);
  if (!figures) throw new Error("expected a plan that runs");
  return figures;
};
const notesOf = (plan: Scenario) => (estimate(plan, LOOKUP).options[0] as OptionEstimate).notes;
const codes = (plan: Scenario) => notesOf(plan).map(({ code }) => code);

describe("an answer that is streamed in pieces", () => {
  it.each([
    ["sglang", 19],
    ["vllm", 0],
    ["lmdeploy", 0],
  ] as const)(
    "of %s shows its first token %i tokens late, and the whole answer as soon as before",
    (engine, late) => {
      const [tokens, pieces] = [1, 20].map((streamInterval) =>
        figure(scenario({ serving: { engine, streamInterval } })),
      );
      if (!tokens || !pieces) throw new Error("expected two");
      expect(pieces("ttft") - tokens("ttft")).toBeCloseTo(late * pieces("tpot"), 12);
      for (const id of ["tpot", "requestLatency", "requestRate", "costPerToken"] as const)
        expect(pieces(id), id).toBe(tokens(id));
      expect(pieces("streamGap")).toBeCloseTo(20 * pieces("tpot"), 12);
    },
  );

  it("is said, and what stands in where nobody says it", () => {
    expect(codes(scenario({ serving: { streamInterval: 20 } }))).toContain("streamed-in-pieces");
    expect(codes(scenario({}))).toEqual([]);
    const told = explain(scenario({}), LOOKUP, 0, "streamInterval");
    expect(told).toMatchObject({
      value: 1,
      origin: { kind: "catalog", record: "calibration/vllm", source: "vllm-config" },
    });
  });
});

describe("a prefix", () => {
  const shared = { workload: { cachedPrefix: 0.5 } };
  it("is found where the stack keeps prefixes or is told to, and nowhere else", () => {
    const found = (serving: object) => 1 - figure(scenario({ ...shared, serving }))("newTokens") / 2000;
    expect(found({ engine: "vllm" })).toBe(0.5);
    expect(found({ engine: "vllm", prefixCache: "off" })).toBe(0);
    expect(found({ engine: "lmdeploy" })).toBe(0);
    expect(found({ engine: "lmdeploy", prefixCache: "on" })).toBe(0.5);
    expect(found({ engine: "generic" })).toBe(0.5);
  });

  it("that is not found is said, but only where there is one", () => {
    expect(codes(scenario({ ...shared, serving: { engine: "lmdeploy" } }))).toContain("no-prefix-cache");
    expect(codes(scenario({ serving: { engine: "lmdeploy" } }))).not.toContain("no-prefix-cache");
    expect(codes(scenario(shared))).not.toContain("no-prefix-cache");
  });
});

describe("a cold start", () => {
  it("takes as long as weights and engine do", () => {
    const plan = figure(scenario({ serving: { weightRate: 2e9, startTime: 30 }, option: { tp: 2 } }));
    expect(plan("coldStart")).toBeCloseTo((2 * plan("weightBytes")) / 2e9 + 30, 9);
  });

  it("is unknown where nobody says how long the engine takes", () => {
    const told = (serving: object) => estimate(scenario({ serving }), LOOKUP).options[0]?.figures.coldStart;
    expect(told({ engine: "lmdeploy" })).toBeUndefined();
    expect(told({ engine: "lmdeploy", startTime: 20 })).toBeGreaterThan(20);
    expect(told({})).toBeGreaterThan(64);
  });
});

describe("a limit on the power", () => {
  const limited = (powerLimit?: number) =>
    figure(scenario(powerLimit === undefined ? {} : { option: { powerLimit } }));

  it("that is lower never serves more nor draws more, and one above the draw changes nothing", () => {
    const free = limited();
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 700 }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (low, times) => {
          const [tight, loose] = [limited(low), limited(Math.round(low * times))];
          expect(tight("requestRate")).toBeLessThanOrEqual(loose("requestRate") * (1 + 1e-3));
          expect(tight("ttft")).toBeGreaterThanOrEqual(loose("ttft") * (1 - 1e-3));
          expect(tight("drawnPower")).toBeLessThanOrEqual(loose("drawnPower") * (1 + 1e-3));
        },
      ),
      { numRuns: 40 },
    );
    for (const id of ["requestRate", "ttft", "drawnPower"] as const)
      expect(limited(690)(id), id).toBe(free(id));
  });

  it("slows prompts as was measured, within 4 % down to seven tenths of the board power", () => {
    for (const [share, rate] of [
      [300 / 350, 9326 / 9893],
      [250 / 350, 8436 / 9893],
    ] as const)
      expect(Math.abs(limited(Math.round(700 * share))("clockShare") / rate - 1)).toBeLessThan(0.04);
  });

  it("that is harder than what was measured is said, as is one of a board whose power nobody lists", () => {
    expect(codes(scenario({ option: { powerLimit: 300 } }))).toContain("power-limit");
    expect(codes(scenario({ option: { powerLimit: 600 } }))).not.toContain("power-limit");
    const chip = {
      ...LOOKUP,
      accelerator: (id: string) => ({ ...LOOKUP.accelerator(id), power: undefined }) as never,
    };
    const plan = scenario({ option: { powerLimit: 300 } });
    const [found] = estimate(plan, chip).options;
    expect(found?.notes.map(({ code }) => code)).toContain("power-limit");
    expect(found?.figures.ttft).toBe(estimate(scenario({}), LOOKUP).options[0]?.figures.ttft);
  });
});

it("a stack's settings say where they are written, in sources that the catalog has", () => {
  const stacks = catalog.calibrations().filter(({ kind }) => kind === "stack");
  const settings = stacks.flatMap(({ shipped }) => Object.values(shipped ?? {}));
  expect(settings.length).toBeGreaterThan(15);
  for (const { source } of settings) expect(catalog.source(source)?.where).toMatch(/^https:/);
});

describe("a start that nobody knows", () => {
  const following = (serving: object, traffic: object = { scaleTarget: 0.7 }): Scenario => {
    const plain = scenario({ serving });
    return { ...plain, traffic: { ...plain.traffic, load: "rate", ...traffic } };
  };

  it("is said where replicas follow the load, and nowhere else", () => {
    expect(codes(following({ engine: "lmdeploy" }))).toEqual(["unknown-start"]);
    expect(codes(following({ engine: "lmdeploy", startTime: 60 }))).toEqual([]);
    expect(codes(following({ engine: "lmdeploy" }, {}))).toEqual([]);
    expect(codes(following({ engine: "vllm" }))).toEqual([]);
    expect(codes(scenario({ serving: { engine: "lmdeploy" } }))).toEqual([]);
  });
});

it("says that whole batches are dealt by chance where a goal makes that dear, and nowhere else", () => {
  const said = (serving: object, goals: object, traffic: object) =>
    codes(scenario({ serving, goals, traffic })).includes("dealt-by-chance");
  const [asked, answer] = [{ load: "rate", requestRate: 2 }, { answer: 20 }];
  expect(said({ batching: "dynamic" }, answer, asked)).toBe(true);
  expect(said({ batching: "static" }, { ttft: 2 }, asked)).toBe(true);
  expect(said({ batching: "continuous" }, answer, asked)).toBe(false);
  expect(said({ batching: "dynamic" }, {}, asked)).toBe(false);
  expect(said({ batching: "static" }, answer, { load: "batch" })).toBe(false);
});
