import { describe, expect, it } from "vitest";
import { estimate, explain } from "@/lib/engine";
import { parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import { wholeLookup } from "@/scripts/catalog-lookup";

function scenario(input: ScenarioInput): Scenario {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

const base = {
  workload: { model: "deepseek-v3", inputTokens: 1000, outputTokens: 1000, batch: 1 },
  serving: { weights: "fp8-block" },
  options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 8 }],
} satisfies ScenarioInput;

const figuresOf = (input: ScenarioInput) => {
  const [option] = estimate(scenario(input), wholeLookup).options;
  if (!option?.verdict.feasible) throw new Error("expected a plan that runs");
  return option.figures;
};

/** The distinct experts hit in a decode step, read from the row that has experts. */
function expertsHit(batch: number): number {
  const asked = scenario({ ...base, workload: { ...base.workload, batch } });
  for (let row = 0; row < 60; row++) {
    const found = explain(asked, wholeLookup, 0, `expertsHit@decode#${row}`);
    if (found && found.value > 0) return found.value;
  }
  throw new Error("no row has experts");
}

describe("the experts that a step hits", () => {
  it("are the chosen ones for one token, and most of them for many", () => {
    expect(expertsHit(1)).toBeCloseTo(8, 6);
    expect(expertsHit(512)).toBeGreaterThan(200);
    expect(expertsHit(512)).toBeLessThanOrEqual(256);
  });

  it("never fall as the batch grows", () => {
    const hits = [1, 2, 4, 8, 32, 128].map(expertsHit);
    expect(hits).toEqual([...hits].sort((a, b) => a - b));
  });
});

describe("attention ranks that share the experts", () => {
  const sharing = (ranks: number, engine: "trtllm-bench" | "trtllm-1.2" = "trtllm-bench") =>
    scenario({
      workload: { model: "qwen3-30b-a3b", inputTokens: 1000, outputTokens: 100, batch: 64 * ranks },
      serving: { weights: "fp8", batching: "static", engine },
      options: [{ accelerator: "nvidia-h200-sxm-141gb", dp: ranks, ep: ranks }],
    });

  it("each permute as many rows as a single one does", () => {
    const times = [1, 4].map((ranks) =>
      estimate(sharing(ranks), wholeLookup)
        .options[0]?.operators.filter(({ label }) => label === "Experts: permute and activate")
        .map(({ time }) => time),
    );
    expect(times[0]).toHaveLength(2);
    (times[0] as number[]).forEach((time, index) => {
      expect((times[1] as number[])[index]).toBeCloseTo(time, 9);
    });
  });

  it("each have room for the rows of all where the stack has them copied to their experts", () => {
    const activations = (ranks: number, engine: "trtllm-bench" | "vllm") =>
      estimate(
        scenario({
          workload: { model: "qwen3-30b-a3b", inputTokens: 1000, outputTokens: 100, batch: 64 * ranks },
          serving: { weights: "fp8", batching: "static", engine },
          options: [{ accelerator: "nvidia-h200-sxm-141gb", dp: ranks, ep: ranks }],
        }),
        wholeLookup,
      ).options[0]?.figures.activationBytes as number;
    // Eight experts a token: a hidden state in and one out for each, in 16 bits, of 8,192 tokens of every rank.
    const rows = 8192 * 8 * 2 * 2048 * 2;
    expect(activations(4, "trtllm-bench") - activations(2, "trtllm-bench")).toBeCloseTo(2 * rows, 0);
    expect(activations(4, "vllm")).toBe(activations(2, "vllm"));
  });

  it("are balanced as the stack balances them, and say where that comes from", () => {
    const balance = (engine: "trtllm-bench" | "trtllm-1.2") =>
      explain(sharing(4, engine), wholeLookup, 0, "rankBalance");
    expect(balance("trtllm-1.2")?.value).toBeGreaterThan(balance("trtllm-bench")?.value as number);
    expect(balance("trtllm-1.2")?.origin.record).toBe("calibration/trtllm-1.2");
    expect(explain(scenario(base), wholeLookup, 0, "rankBalance")?.origin.record).toBe("calibration/global");
  });
});

describe("a cache with windows", () => {
  const cached = (inputTokens: number) =>
    figuresOf({
      workload: { model: "gpt-oss-20b", inputTokens, outputTokens: 1, batch: 1 },
      serving: { weights: "mxfp4" },
      options: [{ accelerator: "nvidia-h200-sxm-141gb" }],
    }).kvBytesAtEnd as number;

  it("does not jump where a context outgrows the window of 128", () => {
    const around = [124, 125, 126, 127, 128, 129, 130].map(cached);
    const steps = around.slice(1).map((bytes, index) => bytes - (around[index] as number));
    const perToken = 24 * 2 * 8 * 64 * 2;
    for (const step of steps) expect(step).toBeLessThanOrEqual(perToken);
    for (const step of steps) expect(step).toBeGreaterThan(0);
  });
});

describe("options that are switched off change nothing", () => {
  it.each([
    ["a prefix cache that never hits", { workload: { ...base.workload, cachedPrefix: 0 } }],
    [
      "drafting by nobody",
      { serving: { ...base.serving, speculation: "none" as const, draftTokens: 8, acceptance: 0.9 } },
    ],
    ["no prompt replicas", { options: [{ ...base.options[0], prefillReplicas: 0 }] }],
  ])("%s", (_, change) => {
    expect(figuresOf({ ...base, ...change } as ScenarioInput)).toEqual(figuresOf(base));
  });
});

describe("a format that a chip has no rate for", () => {
  const on = (accelerator: string, weights: string) =>
    estimate(
      scenario({
        workload: { model: "meta-llama-3.1-8b" },
        serving: { weights },
        options: [{ accelerator }],
      }),
      wholeLookup,
    ).options[0];

  it("is computed in 16 bits, and the plan says so", () => {
    expect(on("nvidia-a100-sxm-80gb", "fp8")?.notes).toEqual([
      {
        severity: "caution",
        code: "expanded-format",
        text: "No FP8 rate is listed for NVIDIA A100 SXM 80GB: FP8 weights are expanded to BF16",
      },
    ]);
    expect(on("nvidia-h100-sxm-80gb", "fp8")?.notes).toEqual([]);
  });

  it("is refused where its products need that rate", () => {
    const { verdict } = on("intel-gaudi3", "int8") as { verdict: { feasible: boolean; message?: string } };
    expect(verdict.feasible).toBe(false);
    expect(verdict.message).toMatch(/no INT8 rate is listed for Intel Gaudi 3/);
  });
});

describe("a plan says beside its figures", () => {
  const notes = (input: { workload?: object; serving?: object; accelerator?: string }) => {
    const [option] = estimate(
      scenario({
        workload: { model: "meta-llama-3.1-8b", ...input.workload },
        serving: { weights: "bf16", ...input.serving },
        options: [{ accelerator: input.accelerator ?? "nvidia-h100-sxm-80gb" }],
      }),
      wholeLookup,
    ).options;
    return option?.notes.map(({ text }) => text);
  };

  it("nothing about what runs as it is asked for", () => {
    expect(notes({})).toEqual([]);
    expect(notes({ accelerator: "aws-trainium2", serving: { engine: "neuronx" } })).toEqual([]);
    expect(notes({ accelerator: "intel-gaudi3", serving: { engine: "optimum-habana" } })).toEqual([]);
  });

  it("that BF16 is computed as another 16-bit type", () => {
    const small = { workload: { model: "llama-3.2-1b-instruct" }, accelerator: "nvidia-t4" };
    expect(notes(small)).toEqual([
      "No BF16 rate is listed for NVIDIA T4: BF16 weights are multiplied as FP16",
    ]);
    expect(notes({ ...small, serving: { weights: "fp16" } })).toEqual([]);
  });

  it.each([
    ["trtllm", "amd-mi300x", "TensorRT-LLM is made for NVIDIA GPUs"],
    ["neuronx", "nvidia-h100-sxm-80gb", "Neuron is made for Trainium and Inferentia"],
    ["optimum-habana", "nvidia-h100-sxm-80gb", "made for Gaudi"],
    ["vllm-0.6", "nvidia-h100-sxm-80gb", "made for AMD GPUs"],
  ])("that %s is not made for %s", (engine, accelerator, words) => {
    expect(notes({ accelerator, serving: { engine } })).toEqual([expect.stringContaining(words)]);
  });

  it("that requests outgrow the context the model is published for", () => {
    const long = (outputTokens: number) =>
      notes({ workload: { inputTokens: 131_000, outputTokens, batch: 1 } });
    expect(long(72)).toEqual([]);
    expect(long(73)).toEqual([
      expect.stringMatching(/up to 131,072 tok; a request here grows to 131,073 tok$/),
    ]);
  });

  it.each([
    { workload: { longestInput: 130_000, longestOutput: 2000 } },
    { workload: { longestInput: 200_000 } },
    { workload: { longestOutput: 131_000 } },
    { workload: { inputTokens: 30_000, outputTokens: 1000 }, traffic: { turns: 5 } },
  ])("that the longest request of %o goes beyond the model, as long as the figure says", (more) => {
    const asked = scenario({
      ...more,
      workload: { model: "meta-llama-3.1-8b", inputTokens: 900, outputTokens: 100, ...more.workload },
      traffic: { load: "rate", requestRate: 1, ...more.traffic },
      options: [{ accelerator: "nvidia-h200-sxm-141gb" }],
    });
    const [option] = estimate(asked, wholeLookup).options;
    const [note] = option?.notes.filter(({ code }) => code === "long-context") ?? [];
    const { fullContext = 0 } = option?.figures ?? {};
    expect(fullContext).toBeGreaterThan(131_072);
    expect(note?.text).toContain(`grows to ${fullContext.toLocaleString("en")} tok`);
    expect(note?.severity).toBe("serious");
  });

  it("how serious it is: what nobody would run is no good plan", () => {
    const [option] = estimate(
      scenario({
        workload: { model: "meta-llama-3.1-8b", inputTokens: 200_000, outputTokens: 100, batch: 4096 },
        serving: { weights: "bf16" },
        options: [{ accelerator: "nvidia-h100-sxm-80gb" }],
      }),
      wholeLookup,
    ).options;
    expect(option?.figures.ttft).toBeGreaterThan(3600);
    expect(option?.notes.map(({ code, severity }) => `${severity}: ${code}`)).toEqual([
      "serious: long-context",
      "serious: slow-first-token",
    ]);
  });

  it("that a drafting model speaks another vocabulary", () => {
    const drafted = (draftModel: string) => notes({ serving: { speculation: "draft", draftModel } });
    expect(drafted("llama-3.2-1b-instruct")).toEqual([]);
    expect(drafted("qwen3-0.6b")).toEqual([expect.stringContaining("another vocabulary")]);
  });
});
