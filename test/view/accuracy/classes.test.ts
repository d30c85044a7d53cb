import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/accuracy/predict";
import { modelByName } from "@/lib/catalog";
import { errorDistributions } from "@/lib/view/accuracy/histogram";
import { ownErrors, peersTable } from "@/lib/view/accuracy/peers-table";
import { classErrors, TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";
import { row } from "../../accuracy/rows";
import { point } from "./points";

const DENSE = "meta-llama/Llama-3.1-70B-Instruct";
const MIXTURE = "deepseek-ai/DeepSeek-V3";
const answer = (fields: Parameters<typeof row>[0], predicted: number | null = 11): Answer => ({
  row: row({ value: "10", ...fields }),
  predicted,
  reason: predicted === null ? "no such format" : null,
});
const nvidia = { accelerator: "nvidia-h100-sxm-80gb", mode: "server", engine: "vllm" } as const;
const offline = {
  ...nvidia,
  engine: "trtllm",
  mode: "offline",
  metric: "output_tokens_per_s_total",
} as const;

describe("the class of a measurement", () => {
  it.each<[string, Parameters<typeof row>[0], string[]]>([
    ["time per token, served on NVIDIA", { ...nvidia, metric: "tpot_ms" }, ["TPOT, NVIDIA servers"]],
    ["first token, served on NVIDIA", { ...nvidia, metric: "ttft_ms" }, ["TTFT, NVIDIA servers"]],
    ["time per token, one stream", { ...nvidia, metric: "tpot_ms", mode: "single_stream" }, []],
    ["time per token on another NVIDIA", { ...nvidia, accelerator: "nvidia-l40s", metric: "tpot_ms" }, []],
    ["throughput, served", { ...nvidia, metric: "total_tokens_per_s" }, []],
    ["offline, dense", { ...offline, model: DENSE }, ["Offline throughput, dense"]],
    ["offline, mixture", { ...offline, model: MIXTURE }, ["Offline throughput, MoE"]],
    ["in static batches", { ...offline, model: DENSE, mode: "static_batch" }, ["Offline throughput, dense"]],
    ["the same engine, served", { ...offline, model: DENSE, mode: "server" }, []],
    ["offline with another engine", { ...offline, model: DENSE, engine: "vllm" }, []],
    ["offline first token", { ...offline, model: DENSE, metric: "ttft_ms" }, []],
    [
      "another maker's throughput",
      { ...offline, engine: "gaudi", accelerator: "intel-gaudi3-oam", metric: "total_tokens_per_s" },
      ["Gaudi servers"],
    ],
    ["another maker's first token", { accelerator: "amd-mi300x", metric: "ttft_ms" }, []],
    [
      "llama.cpp, one stream",
      { accelerator: "apple-m4-max", engine: "llama.cpp", metric: "decode_tokens_per_s_single_stream" },
      ["llama.cpp, one stream"],
    ],
    ["llama.cpp, prompts", { engine: "llama.cpp", metric: "prefill_tokens_per_s" }, []],
  ])("%s", (_, fields, labels) => {
    const found = classErrors([answer({ model: DENSE, ...fields })], modelByName);
    expect(found.map(({ label }) => label)).toEqual(labels);
    for (const { errors } of found) expect(errors).toMatchObject({ cases: 1, mape: expect.closeTo(0.1, 9) });
  });

  it("has no unanswered measurement in it, and none of an unknown model", () => {
    const fields = { ...nvidia, metric: "tpot_ms", model: DENSE } as const;
    expect(classErrors([answer(fields, null)], modelByName)).toEqual([]);
    expect(classErrors([answer(fields)], () => undefined)).toEqual([]);
  });

  it("has targets that can be met and missed", () => {
    for (const { id, median, within25 } of TARGET_CLASSES) {
      expect(median, id).toBeGreaterThan(0.01);
      expect(median, id).toBeLessThan(0.5);
      expect(within25, id).toBeGreaterThan(0.2);
      expect(within25, id).toBeLessThan(1);
    }
    expect(new Set(TARGET_CLASSES.map(({ id }) => id)).size).toBe(TARGET_CLASSES.length);
  });
});

describe("the planner's own errors beside its peers'", () => {
  it("are those of the rows that the peers were asked, with how many were answered", () => {
    const answers = [
      answer({ ...nvidia, metric: "tpot_ms" }),
      answer({ ...nvidia, metric: "tpot_ms" }, 8),
      answer({ ...nvidia, metric: "tpot_ms" }, null),
      answer({ ...nvidia, metric: "ttft_ms" }, 15),
      answer(offline, 10),
      answer({ ...offline, metric: "output_tokens_per_s_per_gpu" }, 12),
      answer({ ...offline, metric: "total_tokens_per_s" }, 99),
      answer({ ...offline, mode: "server" }, 99),
      answer({ ...nvidia, mode: "offline", metric: "tpot_ms" }, 99),
      answer({ ...nvidia, mode: "offline", metric: "ttft_ms" }, 99),
    ];
    const peers = ownErrors(answers);
    expect(peers.map(({ metric, answered, cases }) => [metric, cases, answered])).toEqual([
      ["TPOT, served", 2, "2 of the 3 such rows of this page"],
      ["TTFT, served", 1, "1 of the 1 such rows of this page"],
      ["Throughput, offline", 2, "2 of the 2 such rows of this page"],
    ]);
    expect(peers.map(({ mape }) => mape)).toEqual([0.15, 0.5, 0.1].map((each) => expect.closeTo(each, 9)));
    expect(peersTable(peers).rows[0]).toMatchObject({
      name: "This planner, today",
      mape: expect.closeTo(15, 9),
      within25: 100,
    });
  });

  it("say nothing of what was not asked", () => {
    expect(ownErrors([answer({ ...nvidia, metric: "tpot_ms" }, null)])).toEqual([]);
    expect(
      peersTable([{ name: "P", kind: "k", metric: "m", cases: 1, answered: "1" }]).rows[0],
    ).toMatchObject({
      mape: null,
      median: null,
      within25: null,
    });
  });
});

it("the bars of a distribution are shares of the fullest bin, each where its ratio lies", () => {
  // In twenty steps from half to twice: 1 is the left edge of the eleventh; 0.9 lies ln(1.8)/ln(4) = 42 % of the way.
  const [found] = errorDistributions(
    [10, 10, 9, 21, 4].map((predicted) => point({ measured: 10, predicted })),
  );
  expect(found?.bars).toHaveLength(20);
  expect(found?.bars.map((bar, index) => [index, bar]).filter(([, bar]) => bar)).toEqual([
    [0, 0.5],
    [8, 0.5],
    [10, 1],
    [19, 0.5],
  ]);
  expect(found?.beyond).toBe(2);
});
