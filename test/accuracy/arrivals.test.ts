import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { arrivalsOf } from "@/lib/accuracy/arrivals";
import { readMeasurements } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { questionOf } from "@/lib/accuracy/question";
import { LOOKUP } from "../engine/plans";
import { names, row } from "./rows";

const OPEN = { mode: "open", concurrency: "", metric: "ttft_ms", arrival: "poisson", request_rate: "8" };

/** What the planner says to rows of one deployment that differ as told. */
const answers = (...different: Record<string, string>[]) =>
  answerAll(
    different.map((each) => row({ ...OPEN, ...each })),
    LOOKUP,
    names,
  ).map(({ predicted, reason }) => predicted ?? reason);

it("reads a rate, how requests come, how many and which of them a value is of", () => {
  const stated = { num_requests: "200", statistic: "p99" };
  expect(arrivalsOf(row({ ...OPEN, ...stated }))).toEqual({
    rate: 8,
    burstiness: 1,
    requests: 200,
    statistic: "p99",
  });
  expect(arrivalsOf(row({ ...OPEN, arrival: "constant" }))?.burstiness).toBe(0);
  expect(arrivalsOf(row({ ...OPEN, arrival: "gamma", notes: "burstiness 0.25" }))?.burstiness).toBe(2);
  expect(arrivalsOf(row({ concurrency: "QPS=16", notes: "1000 prompts, median" }))).toEqual({
    rate: 16,
    burstiness: 1,
    requests: 1000,
    statistic: "p50",
  });
  expect(arrivalsOf(row({ concurrency: "16" }))).toBeUndefined();
});

it("asks a row at a rate as traffic, with the lengths and the server that it states", () => {
  const notes = "max_num_seqs 128 max_num_batched_tokens 2048 gpu_mem_util 0.95";
  const question = questionOf(row({ ...OPEN, dp: "4", num_accelerators: "32", isl_cv: "0.5", notes }), names);
  if (!question.ok) throw new Error(question.reason);
  const { traffic, workload, serving, options } = question.scenario;
  expect(traffic).toMatchObject({ load: "rate", requestRate: 8, burstiness: 1 });
  expect(workload).toMatchObject({ inputSpread: 0.5, outputSpread: 0, cachedPrefix: 0 });
  expect(serving).toMatchObject({ chunkTokens: 2048, memoryFraction: 0.95 });
  // Replicas of a dense model are called data parallel in such tables.
  expect(options[0]).toMatchObject({ batch: 128, dp: 1, replicas: 4 });
});

it("answers percentiles in their order, and a fuller server later", () => {
  const [mean, p50, p90, p99, busy] = answers(
    { statistic: "mean" },
    { statistic: "p50" },
    { statistic: "p90" },
    { statistic: "p99" },
    { statistic: "p99", request_rate: "30" },
  ) as number[];
  expect(p50).toBeLessThan(p90 as number);
  expect(p90).toBeLessThan(p99 as number);
  expect(mean).toBeLessThan(p90 as number);
  expect(busy).toBeGreaterThan(1.2 * (p99 as number));
});

it("answers no more tokens a second than are asked for, and fewer when it is overrun", () => {
  const rate = (rate: string) =>
    answers({ metric: "output_tokens_per_s_total", request_rate: rate })[0] as number;
  expect(rate("2") / (2 * 500)).toBeGreaterThan(0.85);
  expect(rate("2") / (2 * 500)).toBeLessThan(1.001);
  expect(rate("1000")).toBeLessThan(0.2 * 1000 * 500);
  expect(answers({ metric: "prefill_tokens_per_s" })).toEqual([
    "no figure for prefill_tokens_per_s follows from requests at a rate",
  ]);
});

it("reads every row of the published table", () => {
  const { rows, unreadable } = readMeasurements(readFileSync("data/benchmarks/openloop.csv", "utf8"));
  expect(unreadable).toEqual([]);
  expect(rows.length).toBe(599);
  const refused = rows.map((each) => questionOf(each, names)).filter(({ ok }) => !ok);
  expect(refused).toEqual([]);
});
