import { describe, expect, it } from "vitest";
import type { Measurement } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { parameters } from "@/lib/catalog/count/model";
import { estimate, explain, type Lookup } from "@/lib/engine";
import { fitOwnConstants } from "@/lib/measure/fit-constants";
import { rowsOf, withOwnMeasurements } from "@/lib/measure/own";
import { withOwnCalibration } from "@/lib/measure/own-constants";
import {
  decodeScenario,
  encodeScenario,
  type OwnCalibration,
  type OwnMeasurement,
  parseScenario,
  type Scenario,
} from "@/lib/scenario";
import { withoutMeasurements } from "@/lib/scenario/measured";
import { readOwnCalibration } from "@/lib/scenario/own-calibration";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { RUN } from "../measured-run";
import { names, priceless, publicRows } from "./public-rows";

const CALIBRATION: OwnCalibration = {
  name: "Our rack",
  asOf: "2026-11-29",
  constants: [
    {
      of: "accelerator",
      id: "nvidia-a10g",
      constant: "streamEfficiency",
      mean: 0.7,
      sd: 0.05,
      runs: 8,
    },
    { of: "stack", id: "generic", constant: "layerTime", mean: 0.0001, sd: 0.1, runs: 8 },
  ],
};

function scenario(more: object = {}): Scenario {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b", inputTokens: 1000, outputTokens: 500, batch: 16 },
    traffic: { load: "batch" },
    serving: { engine: "vllm", weights: "bf16", kvCache: "bf16" },
    options: [
      { accelerator: "nvidia-a10g" },
      { accelerator: "nvidia-a40" },
      { accelerator: "nvidia-a40", engine: "generic" },
    ],
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

const lookupFor = (plan: Scenario): Lookup => withOwnMeasurements(priceless, plan, parameters);
const estimated = (plan: Scenario) => estimate(plan, lookupFor(plan)).options;

/** Runs of small models at several loads, of which the engine itself says what was measured. */
function madeRows(lookup: Lookup): Measurement[] {
  const run = (model: string, concurrency: number, inputTokens: number): OwnMeasurement => ({
    on: true,
    tool: "made",
    accelerator: "nvidia-a10g",
    model,
    weights: "bf16",
    kvCache: "bf16",
    engine: "generic",
    accelerators: 1,
    tp: 1,
    pp: 1,
    dp: 1,
    ep: 1,
    inputTokens,
    outputTokens: 200,
    concurrency,
    mode: "server",
    measured: { tpot_ms: 1 },
  });
  const runs = [
    run("meta-llama-3.1-8b", 1, 500),
    run("meta-llama-3.1-8b", 16, 500),
    run("llama-3.2-1b-instruct", 1, 500),
    run("llama-3.2-1b-instruct", 32, 500),
    run("qwen2.5-1.5b", 1, 500),
    run("qwen2.5-0.5b", 1, 500),
    run("qwen2.5-0.5b", 32, 500),
  ];
  const rows = runs.flatMap(rowsOf);
  return answerAll(rows, lookup, names).map(({ row, predicted }) => ({ ...row, value: predicted as number }));
}

const B200_SGLANG = "nvidia-b200-sxm sglang ttft_ms";

describe("fitting constants to a person's runs", () => {
  it("finds the constants that runs were made with, and holds what they say nothing of", () => {
    const fit = fitOwnConstants(madeRows(withOwnCalibration(priceless, CALIBRATION)), priceless, names);
    if (!fit.ok) throw new Error(fit.reason);
    const found = new Map(fit.constants.map((each) => [each.constant, each]));
    for (const { constant, mean } of CALIBRATION.constants) {
      const { mean: value, sd } = found.get(constant) as OwnCalibration["constants"][number];
      // Between the prior and the truth, and nearer to this.
      expect(Math.abs(Math.log(value / mean)), constant).toBeLessThan(2 * sd);
      const before = fit.before[[...found.keys()].indexOf(constant)] as number;
      expect(Math.abs(Math.log(value / mean)), constant).toBeLessThan(Math.abs(Math.log(before / mean)) / 2);
    }
    expect([...found.keys()]).not.toContain("linkLatency");
    expect([...found.keys()]).not.toContain("prefillStretch");
  });

  it("foretells other models of a stack better than its analogy did", () => {
    const { rest } = publicRows("calibration", { points: 0, seed: 1 });
    const measured = rest
      .filter(({ accelerator, engine, metric }) => `${accelerator} ${engine} ${metric}` === B200_SGLANG)
      .map((row) => ({ ...row, engine: "none that is known" }));
    const of = (part: string) => measured.filter(({ model }) => model.includes(part));
    const [fitted, kept] = [of("Qwen").slice(0, 8), of("DeepSeek")];
    const fit = fitOwnConstants(fitted, priceless, names, "stack");
    if (!fit.ok) throw new Error(fit.reason);
    const changed = withOwnCalibration(priceless, {
      name: "new",
      asOf: "2026",
      constants: [...fit.constants],
    });
    const [before = 0, after = 1] = [priceless, changed].map(
      (lookup) =>
        errorsOf(
          answerAll(kept.slice(0, 16), lookup, names).flatMap(({ row, predicted }) =>
            predicted === null ? [] : [predicted / row.value],
          ),
        ).median,
    );
    expect(after).toBeLessThan(before * 0.8);
  });

  it("says in words when runs are too few, or say too little", () => {
    const rows = madeRows(priceless);
    const few = fitOwnConstants(rows.slice(0, 2), priceless, names);
    expect(few).toMatchObject({ ok: false, reason: expect.stringMatching(/^Only 2 of the runs/) });
    const none = fitOwnConstants([], priceless, names);
    expect(none).toMatchObject({ ok: false, reason: expect.stringMatching(/^None of the runs/) });
    // One load of a machine that is known well cannot tell its constants apart.
    const [one] = rows as [Measurement];
    const alike = [1, 1.01, 0.99].map((by, index) => ({ ...one, osl: 200 + index, value: one.value * by }));
    expect(fitOwnConstants(alike, priceless, names, "stack")).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^3 runs say too little of any constant: .*Measure at other loads/),
    });
  });
});

describe("a calibration of a plan's own", () => {
  it("changes the options that its constants are of, and says so in each figure that reads them", () => {
    const [plain, fitted] = [estimated(scenario()), estimated(scenario({ calibration: CALIBRATION }))];
    expect(fitted[0]?.figures.tpot).toBeGreaterThan(plain[0]?.figures.tpot as number);
    expect(fitted[1]).toEqual(plain[1]);
    expect(fitted[2]?.figures.tpot).toBeGreaterThan(plain[2]?.figures.tpot as number);
    expect(fitted[0]?.notes.map(({ text }) => text)).toContain(
      "Computed with the plan's own calibration “Our rack” of 2026-11-29",
    );
    expect(fitted[0]?.ranges.tpot?.basis).toContain("“Our rack” of 2026-11-29");
    const plan = scenario({ calibration: CALIBRATION });
    const of = (option: number, address: string) => explain(plan, lookupFor(plan), option, address);
    for (const id of ["tpot", "ttft", "outputRate", "requestLatency", "batchCapacity"])
      expect(of(0, id)?.calibration, id).toBe(
        id === "batchCapacity" ? undefined : "“Our rack” of 2026-11-29",
      );
    expect(of(1, "tpot")?.calibration).toBeUndefined();
    // The chip's other constants stay its architecture's, by whose record they are named.
    const others = Array.from({ length: 20 }, (_, row) => of(0, `computeEfficiency#${row}`)?.origin.record);
    expect(new Set(others)).toEqual(new Set([undefined, "calibration/ampere-rtx"]));
    const said = Array.from({ length: 20 }, (_, row) => of(2, `fixedLatency#${row}`)?.origin);
    expect(said).toContainEqual({
      kind: "user",
      text: "layerTime / 2. layerTime by “Our rack” of 2026-11-29: × or ÷ 1.11, from 8 runs",
      constants: ["calibration/generic/layerTime"],
      calibration: "“Our rack” of 2026-11-29",
    });
  });

  it("lets measurements correct what remains", () => {
    const run = {
      ...rowsOfOne,
      measured: { tpot_ms: 40, ttft_ms: 300 },
    };
    const plan = scenario({ calibration: CALIBRATION, measurements: [run] });
    const [option] = estimated(plan);
    expect((option?.figures.tpot as number) / 0.04).toBeCloseTo(1, 1.5);
    const [uncorrected] = estimated(scenario({ calibration: CALIBRATION }));
    const left = 0.04 / (uncorrected?.figures.tpot as number);
    expect((option?.figures.decodeCorrection as number) / left).toBeCloseTo(1, 1);
  });

  it("is part of the plan's document, and of what others see only when asked", () => {
    const plan = scenario({ calibration: CALIBRATION });
    const read = decodeScenario(encodeScenario(plan));
    expect(read).toMatchObject({ ok: true, scenario: { calibration: CALIBRATION } });
    expect(withoutMeasurements(plan)).toEqual(scenario());
    const lines = scenarioLines(plan, (id) => id).filter(({ label }) => label === "Own calibration");
    expect(lines).toEqual([
      {
        label: "Own calibration",
        text: "“Our rack” of 2026-11-29: streamEfficiency of nvidia-a10g 0.700, layerTime of generic 0.000100",
      },
    ]);
  });

  it("is read from its file, or refused by field", () => {
    expect(readOwnCalibration(JSON.stringify(CALIBRATION))).toEqual({ calibration: CALIBRATION });
    expect(readOwnCalibration("{")).toEqual({ message: "is no JSON" });
    const odd = { ...CALIBRATION, constants: [{ ...CALIBRATION.constants[0], constant: "latency" }] };
    expect(readOwnCalibration(JSON.stringify(odd))).toMatchObject({
      message: expect.stringMatching(/^is no calibration of this planner: constants\.0\.constant: /),
    });
  });
});

const rowsOfOne = { ...RUN, accelerator: "nvidia-a10g" };
