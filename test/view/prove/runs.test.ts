import { describe, expect, it } from "vitest";
import { parseScenario, type Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { correctionLines } from "@/lib/view/prove/correction-lines";
import { measuredRuns } from "@/lib/view/prove/measured-runs";
import { quantityText } from "@/lib/view/prove/words";
import { RUN } from "../../measured-run";
import { lookup } from "../estimates";

const H100 = "nvidia-h100-sxm-80gb";
const run = {
  ...RUN,
  measured: { tpot_ms: 10 },
};
function planned(measurements: object[], option: object = {}): Scenario {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b", batch: 16 },
    serving: { weights: "bf16", kvCache: "bf16" },
    options: [{ accelerator: H100, ...option }],
    measurements,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
const views = (measurements: object[], option?: object) => {
  const scenario = planned(measurements, option);
  return measuredRuns(scenario, planOf(scenario, 0), lookup);
};

describe("a run of one's own", () => {
  it.each([
    [{}, "16 in flight, 1,000 → 500 tok, TP 1"],
    [{ concurrency: 3.94, inputTokens: 219.96 }, "3.9 in flight, 220 → 500 tok, TP 1"],
    [{ accelerators: 8, tp: 2, pp: 2, dp: 2 }, "16 in flight, 1,000 → 500 tok, TP 2 PP 2 DP 2"],
    [{ mode: "offline", concurrency: undefined }, "All queued at once, 1,000 → 500 tok, TP 1"],
    [{ mode: "single_stream", concurrency: 1 }, "One request alone, 1,000 → 500 tok, TP 1"],
  ])("%o is called %s", (change, title) => {
    const [view] = views([{ ...run, ...change }]);
    expect(view).toMatchObject({ position: 0, on: true, title, from: "vLLM bench" });
  });

  it("applies to options with its model, accelerator and software, of whatever version", () => {
    const named = { ...run, file: "results.json", on: false };
    expect(views([named])[0]).toMatchObject({ applies: true, on: false, from: "vLLM bench, results.json" });
    expect(views([named], { accelerator: "nvidia-h200-sxm-141gb" })[0]?.applies).toBe(false);
    expect(views([named], { engine: "sglang" })[0]?.applies).toBe(false);
    expect(views([named], { model: "qwen3-8b" })[0]?.applies).toBe(false);
    const versions = views([{ ...run, engine: "trtllm" }], { engine: "trtllm-1.2" });
    expect(versions[0]?.applies).toBe(true);
  });

  it("stands beside the prediction without it and with it, each in its unit", () => {
    const [plain] = views([{ ...run, on: false }]);
    const [metric] = plain?.metrics ?? [];
    expect(metric).toMatchObject({ metric: "tpot_ms", label: "TPOT", measured: "10 ms" });
    expect(metric?.predicted).toBe(metric?.corrected);
    const predicted = Number(metric?.predicted?.replace(" ms", ""));
    expect((metric?.ratio ?? 0) * predicted).toBeCloseTo(10, 0);
    const [taken] = views([run]);
    const corrected = Number(taken?.metrics[0]?.corrected?.replace(" ms", ""));
    expect(taken?.metrics[0]?.predicted).toBe(metric?.predicted);
    expect(Math.abs(corrected - 10)).toBeLessThan(Math.abs(predicted - 10));
  });

  it("is odd when at least two others of its deployment say something else", () => {
    const others = [run, { ...run, concurrency: 17 }, { ...run, concurrency: 18 }];
    const doubled = { ...run, measured: { tpot_ms: 20 } };
    const odds = views([...others, doubled]).map(({ odd }) => odd);
    expect(odds.at(-1)).toMatch(
      /^TPOT is ×[12]\.\d\d of what the other measurements say: it may have run something else\.$/,
    );
    expect(views(others).map(({ odd }) => odd)).toEqual([null, null, null]);
    expect(views([run, doubled]).map(({ odd }) => odd)).toEqual([null, null]);
    // Those beside it are not odd because of it, however few they are.
    const spread = [8, 16, 32].map((concurrency) => ({ ...run, concurrency }));
    const between = { ...run, concurrency: 24, measured: { tpot_ms: 40 } };
    expect(views([...spread, between]).map(({ odd }) => odd !== null)).toEqual([false, false, false, true]);
    const elsewhere = { ...run, engine: "sglang" };
    expect(views([elsewhere, elsewhere, doubled]).at(-1)?.odd).toBeNull();
    const off = { ...run, on: false };
    expect(views([off, off, doubled]).at(-1)?.odd).toBeNull();
  });
});

describe("what measurements make of a prediction", () => {
  const on = { on: true, applies: true };
  const lines = (figures: object, runs = [on]) =>
    correctionLines({ figures } as never, runs).map(({ text }) => text);

  it("is said of steps and of prompts, by how much and by how many", () => {
    expect(lines({ decodeCorrection: 1.123, promptCorrection: 0.8 })).toEqual([
      "Steps take 12 % longer than predicted, by 1 measurement of this deployment",
      "Prompts take 20 % less than predicted, by 1 measurement of this deployment",
    ]);
    expect(lines({ decodeCorrection: 1.004, promptCorrection: 1.006 }, [on, on])).toEqual([
      "Steps take as long as predicted, by 2 measurements of this deployment",
      "Prompts take 0.60 % longer than predicted, by 2 measurements of this deployment",
    ]);
    expect(correctionLines({ figures: { promptCorrection: 1 } } as never, [on])).toEqual([
      expect.objectContaining({ id: "promptCorrection", text: expect.stringMatching(/^Prompts/) }),
    ]);
  });

  it("is not said where none applies that is switched on", () => {
    const figures = { decodeCorrection: 1.5 };
    expect(lines(figures, [])).toEqual([]);
    expect(lines(figures, [{ on: false, applies: true }])).toEqual([]);
    expect(lines(figures, [{ on: true, applies: false }])).toEqual([]);
  });
});

it("a count is written with one digit of its fraction, and without from a hundred on", () => {
  expect([64, 3.94, 99.94, 100.4, 1234.5].map(quantityText)).toEqual(["64", "3.9", "99.9", "100", "1,235"]);
});
