import { describe, expect, it } from "vitest";
import type { FigureId } from "@/lib/engine";
import { load } from "@/lib/engine/feasibility";
import { quantityOf } from "@/lib/engine/figures";
import { settle } from "@/lib/engine/search/steady-state";
import { simulate, statisticOf, timesOf } from "@/lib/engine/simulate";
import { serverOf } from "@/lib/engine/simulate/server-of";
import { decodeTime, promptTime } from "@/lib/engine/simulate/step-times";
import { isRefused } from "@/lib/engine/verdict";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

const H100 = "nvidia-h100-sxm-80gb";
type Case = [
  name: string,
  model: string,
  batch: number,
  input: number,
  output: number,
  more?: object,
  option?: object,
];

/** Dense, mixture, windows, latent attention; one chip and many; short and long; pipelines, ranks and drafting. */
const CASES: Case[] = [
  ["a dense model", "meta-llama-3.1-70b", 16, 1000, 500, {}, { tp: 4 }],
  ["a larger batch", "meta-llama-3.1-70b", 64, 1000, 500, {}, { tp: 4 }],
  ["one request", "meta-llama-3.1-8b", 1, 1000, 300],
  ["short prompts", "meta-llama-3.1-8b", 64, 200, 300],
  ["long prompts", "meta-llama-3.1-8b", 16, 6000, 400],
  ["a mixture", "qwen3-30b-a3b", 48, 2000, 300],
  [
    "latent attention",
    "deepseek-v3",
    64,
    1000,
    1000,
    { weights: "fp8-block" },
    { accelerator: "nvidia-h200-sxm-141gb", tp: 8 },
  ],
  ["windows", "gemma-3-27b-it", 32, 3000, 400, {}, { tp: 2 }],
  ["pipeline stages", "meta-llama-3.1-70b", 32, 1000, 500, {}, { tp: 4, pp: 2 }],
  [
    "attention ranks",
    "deepseek-v3",
    128,
    1000,
    1000,
    { weights: "fp8-block" },
    { accelerator: "nvidia-h200-sxm-141gb", tp: 2, dp: 4, ep: 8 },
  ],
  ["drafted tokens", "meta-llama-3.1-70b", 32, 1000, 500, { speculation: "eagle" }, { tp: 4 }],
  [
    "full memory with whole answers reserved",
    "meta-llama-3.1-70b",
    500,
    1000,
    500,
    { engine: "trtllm" },
    { tp: 2 },
  ],
];

/** A case's plan in its steady state, and how its figures are read. */
function steady([, model, batch, input, output, more, option]: Case) {
  const asked = {
    workload: { model, inputTokens: input, outputTokens: output, batch },
    serving: { weights: "fp8", ...more },
    options: [{ accelerator: H100, ...option }],
  };
  const loaded = load(planOf(scenarioSchema.parse(asked as ScenarioInput), 0), LOOKUP);
  if (isRefused(loaded)) throw new Error(loaded.message);
  const { image } = settle(loaded);
  return { loaded, figure: (id: FigureId) => image.value(quantityOf(id)) };
}

/** Rate, time per token and batch of a simulated closed loop over those of the formulas. */
function ratios(asked: Case, seed: number) {
  const [, , batch, input, output] = asked;
  const { loaded, figure } = steady(asked);
  const ranks = loaded.deployment.layout.data;
  const users = batch / ranks;
  const server = serverOf(loaded, Math.min(users, figure("rankCapacity")));
  const traffic = {
    input: { mean: input, spread: 0 },
    output: { mean: output, spread: 0 },
    cached: 0,
    arrivals: { users, think: 0, ramp: figure("requestLatency") },
  };
  const trace = simulate(server, traffic, { requests: Math.max(600, 12 * users), seed });
  const tpot = statisticOf(timesOf(trace, "tpot"), "mean");
  const answer = statisticOf(timesOf(trace, "answer"), "mean");
  return { rate: users / answer / (figure("requestRate") / ranks), tpot: tpot / figure("tpot") };
}

describe("a simulated closed loop of requests of one length", () => {
  it.each(CASES)("agrees with the steady state of the formulas within 2.5 %%: %s", (...each) => {
    const seeds = [1, 2, 3].map((seed) => ratios(each as Case, seed));
    const mean = (of: "rate" | "tpot") => seeds.reduce((sum, one) => sum + one[of], 0) / seeds.length;
    expect(Math.abs(mean("rate") - 1)).toBeLessThan(0.025);
    expect(Math.abs(mean("tpot") - 1)).toBeLessThan(0.025);
  });
});

describe("a simulated step", () => {
  // Between two timed numbers of sequences a straight line is taken, which the experts of a mixture do not follow.
  it.each(CASES)("takes as long as the formulas' step of the same make within 2.5 %%: %s", (...each) => {
    const { loaded, figure } = steady(each as Case);
    const { times } = serverOf(loaded, figure("rankCapacity"));
    const off = (simulated: number, time: number) => Math.abs((simulated * figure("lockStep")) / time - 1);
    const decoding = (sequences: number) => decodeTime(times, sequences, figure("meanContext"));
    expect(off(decoding(figure("microBatch")), figure("decodeStepTime"))).toBeLessThan(0.025);
    const beside = figure("mixedSequences");
    const mixed = decoding(beside) + promptTime(times, beside, figure("chunkRows"), figure("chunkPairs"));
    const drafting = figure("decodingShare") * figure("draftStepTime");
    expect(off(mixed, figure("mixedStepTime") + drafting)).toBeLessThan(0.025);
  });

  it("without prompts ends none", () => {
    const { loaded, figure } = steady(["one", "meta-llama-3.1-8b", 1, 1000, 300]);
    const { times } = serverOf(loaded, 16);
    expect(decodeTime(times, 1, figure("meanContext")) / figure("decodeStepTime")).toBeCloseTo(1, 9);
  });
});
