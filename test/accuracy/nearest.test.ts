import { beforeAll, describe, expect, it } from "vitest";
import { differences, distanceOf } from "@/lib/accuracy/distance";
import { type MeasuredPoint, measuredPoints, nearestMeasurement } from "@/lib/accuracy/nearest";
import { type OperatingPoint, operatingPoint } from "@/lib/accuracy/operating-point";
import { accelerator, format, model } from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import { defaultScenario, type Scenario } from "@/lib/scenario";
import { names, row } from "./rows";

const records = { model, accelerator, format, parameters };

function plan(workload: Partial<Scenario["workload"]> = {}, option: object = {}): OperatingPoint {
  const base = defaultScenario;
  const scenario = {
    ...base,
    workload: { ...base.workload, inputTokens: 1000, outputTokens: 500, batch: 48, ...workload },
    options: [{ ...base.options[0], accelerator: "nvidia-h100-sxm-80gb", tp: 8, ...option }],
  } as Scenario;
  return operatingPoint(scenario, 0, records) as OperatingPoint;
}

const points = (...rows: Record<string, string>[]): MeasuredPoint[] =>
  measuredPoints(
    rows.map((different) => row({ kv_cache: "fp8", ...different })),
    names,
    records,
  );

const nearest = (
  to: OperatingPoint,
  among: MeasuredPoint[],
  asked: "tpot" | "ttft" | "throughput" = "tpot",
) => nearestMeasurement(to, asked, among, catalogLookup(), names);

describe("the nearest measurement", () => {
  it("is the same deployment at the nearest batch, and says so in words", () => {
    const among = points(
      { id: "a", concurrency: "4" },
      { id: "b", concurrency: "64" },
      { id: "c", concurrency: "512" },
    );
    const found = nearest(plan(), among);
    expect(found?.row.id).toBe("b");
    expect(found?.words).toBe("same model and accelerator, batch 64 instead of 48");
    expect(found?.reach).toBe("close");
    expect(found?.measured).toBe(12.5);
    expect(found?.predicted).toBeGreaterThan(1);
  });

  it("of the very same load is at distance zero", () => {
    const found = nearest(plan({ batch: 16 }), points({ id: "a" }));
    expect(found).toMatchObject({
      distance: 0,
      reach: "close",
      words: "the same deployment under the same load",
    });
  });

  it("on chips built otherwise is never called near, however alike the load", () => {
    const among = points({ id: "a" });
    const chips = [
      ["nvidia-h200-sxm-141gb", "close"],
      ["amd-mi300x", "far"],
      ["aws-graviton4", "far"],
      ["nvidia-a100-sxm-80gb", "far"],
    ] as const;
    for (const [chip, reach] of chips)
      expect(nearest(plan({ batch: 16 }, { accelerator: chip }), among)?.reach, chip).toMatch(
        reach === "far" ? "far" : /close|near/,
      );
  });

  it("measures what is asked", () => {
    const among = points(
      { id: "time", concurrency: "48" },
      { id: "first", metric: "ttft_ms", concurrency: "500" },
      { id: "rate", metric: "output_tokens_per_s_total", concurrency: "500" },
    );
    expect(nearest(plan(), among, "ttft")?.row.id).toBe("first");
    expect(nearest(plan(), among, "throughput")?.row.id).toBe("rate");
    expect(nearest(plan(), among.slice(0, 1), "ttft")).toBeNull();
  });

  it("passes over one that the planner cannot answer", () => {
    const tooLarge = { id: "a", tp: "1", num_accelerators: "1", model: "meta-llama/Meta-Llama-3.1-405B" };
    const found = nearest(
      plan({ batch: 16, model: "meta-llama-3.1-405b" }, { tp: 1 }),
      points(tooLarge, { id: "b" }),
    );
    expect(found?.row.id).toBe("b");
  });

  it("leaves out what cannot be asked at all", () => {
    expect(points({ id: "a", concurrency: "many" }, { id: "b" }).map(({ row: { id } }) => id)).toEqual(["b"]);
  });
});

describe("the distance", () => {
  let same: OperatingPoint;
  const to = (different: Record<string, string>) =>
    distanceOf(same, (points(different)[0] as MeasuredPoint).point);
  beforeAll(() => {
    same = plan({ batch: 16 });
  });

  it("is symmetric between plan and measurement", () => {
    const other = plan({ batch: 200, inputTokens: 9000 }, { accelerator: "amd-mi300x", tp: 2 });
    expect(distanceOf(same, other)).toBeCloseTo(distanceOf(other, same), 12);
    expect(distanceOf(same, same)).toBe(0);
  });

  it("grows with every length, the batch and the layout", () => {
    for (const column of ["concurrency", "isl", "osl"]) {
      const [nearer, farther] = [to({ [column]: "2000" }), to({ [column]: "20000" })];
      expect(farther, column).toBeGreaterThan(nearer);
    }
    expect(to({ tp: "4", num_accelerators: "4" })).toBeLessThan(to({ tp: "2", num_accelerators: "2" }));
  });

  it("ranks a sibling before a stranger: model, accelerator, engine, format", () => {
    expect(to({ model: "meta-llama/Llama-3.3-70B-Instruct" })).toBeLessThan(
      to({ model: "Qwen/Qwen2.5-72B" }),
    );
    expect(to({ accelerator: "nvidia-h200-sxm-141gb" })).toBeLessThan(to({ accelerator: "nvidia-b200-sxm" }));
    expect(to({ accelerator: "nvidia-b200-sxm" })).toBeLessThan(to({ accelerator: "amd-mi300x" }));
    expect(to({ engine: "sglang" })).toBeGreaterThan(0);
    expect(to({ weights: "int8" })).toBeLessThan(to({ weights: "bf16" }));
  });

  it("names every difference with the measured value first", () => {
    const [{ point }] = points({
      model: "openai/gpt-oss-120b",
      accelerator: "amd-mi300x",
      engine: "sglang",
      isl: "8000",
      tp: "4",
      num_accelerators: "4",
      mode: "static_batch",
    }) as [MeasuredPoint];
    const words = differences(same, point);
    expect(words).toEqual([
      "gpt-oss-120b instead of Meta-Llama-3.1-70B",
      "AMD Instinct MI300X instead of NVIDIA H100 SXM 80GB",
      "MXFP4 weights instead of FP8",
      "SGLang instead of vLLM",
      "TP 4 instead of 8",
      "static instead of continuous batching",
      "input 8,000 instead of 1,000",
    ]);
  });
});
