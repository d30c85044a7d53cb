import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parameters } from "@/lib/catalog/count/model";
import { estimate } from "@/lib/engine";
import { completed, concurrencyOf, missingIn, setupOf } from "@/lib/measure/complete";
import { withOwnMeasurements } from "@/lib/measure/own";
import { readResult } from "@/lib/measure/read-result";
import type { Result } from "@/lib/measure/result";
import {
  decodeScenario,
  encodeScenario,
  type OwnMeasurement,
  parseScenario,
  type Scenario,
} from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { priceless } from "./public-rows";

const read = (name: string) => readResult(name, readFileSync(`test/measure/files/${name}`, "utf8"));

function scenario(measurements?: OwnMeasurement[]): Scenario {
  const reading = parseScenario({
    workload: { model: "llama-3.1-70b-instruct", inputTokens: 1000, outputTokens: 500, batch: 64 },
    traffic: { load: "batch" },
    serving: { weights: "fp8", kvCache: "fp8" },
    options: [
      { accelerator: "nvidia-h100-sxm-80gb", tp: 4, replicas: 1 },
      { accelerator: "nvidia-h200-sxm-141gb", tp: 4, replicas: 1 },
    ],
    ...(measurements ? { measurements } : {}),
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

const [run] = read("vllm-bench.json") as [Result];
const setup = setupOf(planOf(scenario(), 0));
const own = completed(run, "vllm-bench.json", setup) as OwnMeasurement;
const figures = (plan: Scenario) =>
  estimate(plan, withOwnMeasurements(priceless, plan, parameters)).options.map((each) => each.figures);

describe("a person's measurement", () => {
  it("corrects the plan at its point to within 3 %, and no other option", () => {
    const [plain, corrected] = [figures(scenario()), figures(scenario([own]))];
    expect((corrected[0]?.tpot as number) / 0.03025).toBeCloseTo(1, 1.5);
    expect((corrected[0]?.ttft as number) / 0.4125).toBeCloseTo(1, 1.5);
    expect(corrected[1]).toEqual(plain[1]);
    // Throughput, and so cost, follow.
    expect(corrected[0]?.outputRate).not.toBe(plain[0]?.outputRate);
  });

  it("is met whatever the server was started with, and says nothing twice", () => {
    const started = [
      {},
      { chunkTokens: 1024 },
      { memoryFraction: 0.7 },
      { speculation: "medusa", draftTokens: 2, acceptance: 0.8 },
      { speculation: "eagle", draftTokens: 4 },
      { streamInterval: 8 },
      { batching: "static" },
      { batching: "dynamic", batchWindow: 0 },
    ];
    for (const serving of started)
      for (const off of [0.5, 1.7]) {
        const plan = scenario();
        const asked = { ...plan, serving: { ...plan.serving, ...serving } as Scenario["serving"] };
        const [before] = figures(asked);
        const times = {
          tpot_ms: (before?.tpot as number) * 1e3 * off,
          ttft_ms: (before?.ttft as number) * 1e3 * off,
        };
        const measured = { ...own, ...setupOf(planOf(asked, 0)), measured: times };
        const [after] = figures({ ...asked, measurements: [measured] });
        expect((after?.tpot as number) / (times.tpot_ms / 1e3), JSON.stringify(serving)).toBeCloseTo(1, 1.5);
        expect((after?.ttft as number) / (times.ttft_ms / 1e3), JSON.stringify(serving)).toBeCloseTo(1, 1.5);
      }
  });

  it("that is switched off changes nothing", () => {
    expect(figures(scenario([{ ...own, on: false }]))).toEqual(figures(scenario()));
  });

  it("comes back from a link as it was", () => {
    const plan = scenario([own]);
    const back = decodeScenario(encodeScenario(plan));
    expect(back).toEqual({ ok: true, scenario: plan });
  });

  it("says the field where it is not one", () => {
    const spoilt = { ...own, measured: { tpot_ms: -1 } };
    expect(() => scenario([spoilt])).toThrow("measurements.0.measured.tpot_ms");
  });
});

describe("what a result leaves open", () => {
  it("is nothing for a run with a number in flight, and for one queued at once", () => {
    expect(missingIn(run, {})).toEqual([]);
    expect(missingIn(read("trtllm-bench.json")[0] as Result, {})).toEqual([]);
  });

  it("is found by Little's law where requests came by the clock", () => {
    // 390 tok/s of answers of 100 tokens are 3.9 a second, each there for one second.
    const [open] = read("vllm-rate.json") as [Result];
    expect(concurrencyOf(open)).toBeCloseTo(3.9, 10);
    expect(missingIn(open, {})).toEqual([]);
  });

  it("is asked for, and then taken", () => {
    const [summary] = read("mlperf_log_summary.txt") as [Result];
    expect(missingIn(summary, {})).toEqual(["inputTokens", "outputTokens"]);
    expect(completed(summary, "mlperf_log_summary.txt", setup)).toBeUndefined();
    const answers = { inputTokens: 294, outputTokens: 294 };
    expect(completed(summary, "mlperf_log_summary.txt", setup, answers)).toMatchObject(answers);
  });

  it("takes the software that the file names before the plan's, so that it does not correct another", () => {
    const other = completed(read("sglang.jsonl")[0] as Result, "sglang.jsonl", setup) as OwnMeasurement;
    expect(other.engine).toBe("sglang");
    expect(figures(scenario([other]))).toEqual(figures(scenario()));
  });

  it("takes the layout that the file says before the plan's", () => {
    const offline = completed(read("trtllm-bench.json")[0] as Result, "trtllm-bench.json", setup);
    expect(offline).toMatchObject({
      tp: 1,
      accelerators: 1,
      mode: "offline",
      version: "1.2",
      engine: "trtllm-1.2",
    });
    expect(offline).not.toHaveProperty("concurrency");
  });
});

describe("a page that holds only its plan's records", () => {
  it("is corrected as the whole catalog is", () => {
    const plan = scenario([own]);
    const place = (id: string) => (id === plan.finance.place ? priceless.place(id) : undefined);
    const few = { ...priceless, place };
    const [corrected] = estimate(plan, withOwnMeasurements(few, plan, parameters)).options;
    expect(corrected?.figures).toEqual(figures(plan)[0]);
  });
});
