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

/** Answers whose drafted steps come out nearly whole, so that all of them would take as many if none were drawn. */
const RESONANT: Case[] = [499, 501, 1500].map((output) => [
  `drafted tokens, answers of ${output}`,
  "meta-llama-3.1-70b",
  32,
  1000,
  output,
  { speculation: "eagle" },
  { tp: 4 },
]);

describe("a simulated closed loop of requests of one length", () => {
  // Nothing is drawn but how many drafted tokens are accepted, so that one seed says it.
  it.each([...CASES, ...RESONANT])(
    "agrees with the steady state of the formulas within 2 %%: %s",
    (...each) => {
      const { rate, tpot } = ratios(each as Case, 1);
      expect(Math.abs(rate - 1)).toBeLessThan(0.02);
      expect(Math.abs(tpot - 1)).toBeLessThan(0.02);
    },
  );

  it.each([1, 4, 8])(
    "brings a long prompt alone as late as the formulas through %i pipeline stages",
    (pp) => {
      const asked: Case = [
        "a prompt alone",
        "deepseek-v3",
        1,
        30_000,
        300,
        { weights: "fp8-block" },
        { tp: 8, pp },
      ];
      const { loaded, figure } = steady(asked);
      const server = serverOf(loaded, 1);
      const { request, depth, stretch } = server.firstToken;
      const traffic = {
        input: { mean: 30_000, spread: 0 },
        output: { mean: 300, spread: 0 },
        cached: 0,
        arrivals: { users: 1, think: 0, ramp: 0 },
      };
      const ttft = statisticOf(timesOf(simulate(server, traffic, { requests: 20, seed: 1 }), "ttft"), "mean");
      const prompt = (ttft - request - depth * figure("decodeStepTime")) / stretch;
      expect(Math.abs(prompt / figure("prefillTime") - 1)).toBeLessThan(0.02);
    },
  );
});

describe("a simulated step", () => {
  // Between two timed numbers of sequences a straight line is taken, which the experts of a mixture do not follow.
  it.each(CASES)("takes as long as the formulas' step of the same make within 2 %%: %s", (...each) => {
    const { loaded, figure } = steady(each as Case);
    const { times } = serverOf(loaded, figure("rankCapacity"));
    const off = (simulated: number, time: number) => Math.abs((simulated * figure("lockStep")) / time - 1);
    const decoding = (sequences: number) => decodeTime(times, sequences, figure("meanContext"));
    expect(off(decoding(figure("microBatch")), figure("decodeStepTime"))).toBeLessThan(0.02);
    const beside = figure("mixedSequences");
    const mixed = decoding(beside) + promptTime(times, beside, figure("chunkRows"), figure("chunkPairs"));
    const drafting = figure("decodingShare") * figure("draftStepTime");
    expect(off(mixed, figure("mixedStepTime") + drafting)).toBeLessThan(0.02);
  });

  it("without prompts ends none", () => {
    const { loaded, figure } = steady(["one", "meta-llama-3.1-8b", 1, 1000, 300]);
    const { times } = serverOf(loaded, 16);
    expect(decodeTime(times, 1, figure("meanContext")) / figure("decodeStepTime")).toBeCloseTo(1, 9);
  });
});
