import { describe, expect, it } from "vitest";
import { answer, estimate, explain } from "@/lib/engine";
import { applyOptionPatch, type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "./plans";

const H100 = "nvidia-h100-sxm-80gb";
type Asked = Partial<ScenarioInput["options"][number]>;
const scenario = (option: Asked, more: Partial<ScenarioInput> = {}) =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-8b", inputTokens: 1000, outputTokens: 200, batch: 8 },
    options: [{ accelerator: H100, pricePerHour: 2, ...option }],
    ...more,
  });
const one = (option: Asked, more?: Partial<ScenarioInput>) => {
  const [found] = estimate(scenario(option, more), LOOKUP).options;
  if (!found) throw new Error("one option is estimated");
  return found;
};

describe("instances of an accelerator", () => {
  it("are the plan as it was where there is one", () => {
    expect(one({ instances: 1 }).figures).toEqual(one({}).figures);
    expect(one({ instances: 1, partition: "mig", neighbours: "others" }).figures).toEqual(one({}).figures);
  });

  it.each([
    [{ instances: 2 }, 1 / 2, 1 / 2],
    [{ instances: 3 }, 1 / 3, 1 / 3],
    [{ instances: 2, partition: "mig" }, 4 / 8, 3 / 7],
    [{ instances: 3, partition: "mig" }, 2 / 8, 2 / 7],
    [{ instances: 4, partition: "mig" }, 2 / 8, 1 / 7],
  ] as [Asked, number, number][])(
    "%o each have their part of it, and no time below its bound",
    (option, memory, compute) => {
      const [whole, part] = [one({}).figures, one({ ...option, replicas: option.instances }).figures];
      expect((part.memoryCapacity ?? 0) / (whole.memoryCapacity ?? 1)).toBeCloseTo(memory, 12);
      expect((part.hbmBandwidth ?? 0) / (whole.hbmBandwidth ?? 1)).toBeCloseTo(memory, 12);
      expect((part.peakCompute ?? 0) / (whole.peakCompute ?? 1)).toBeCloseTo(compute, 12);
      const { tpot = 0, weightBytes = 0, hbmBandwidth = 1, outputRate = 0 } = part;
      expect(tpot).toBeGreaterThan(weightBytes / hbmBandwidth);
      // All of them together read the weights once each, through the memory of one.
      expect(outputRate).toBeLessThan((8 * (whole.hbmBandwidth ?? 1)) / weightBytes);
      expect(part.acceleratorCount).toBe(1);
      // What one has alone at the same batch is faster than each, and less than all.
      expect(tpot).toBeGreaterThan(whole.tpot ?? 0);
      expect(tpot).toBeLessThan((whole.tpot ?? 0) / Math.min(memory, compute));
      expect(outputRate).toBeGreaterThan(whole.outputRate ?? 0);
    },
  );

  it.each([
    [{ instances: 2, tp: 2 }, /2 instances share one accelerator/],
    [{ instances: 2, accelerator: "amd-mi300x", partition: "mig" }, /not known to have MIG/],
    [{ instances: 8, partition: "mig" }, /at most 7 instances/],
    [{ instances: 4, partition: "mig", model: "qwen3-14b" }, /GB/],
  ] as [Asked, RegExp][])("%o are refused, with repairs that run", (asked, message) => {
    const option = { model: "llama-3.2-1b-instruct", weights: "bf16", ...asked };
    const { verdict } = one(option);
    if (verdict.feasible) throw new Error("it cannot run");
    expect(verdict.message).toMatch(message);
    expect(verdict.repairs.length).toBeGreaterThan(0);
    for (const { patch } of verdict.repairs) {
      const repaired = applyOptionPatch(scenario(option), 0, patch);
      expect(estimate(repaired, LOOKUP).options[0]?.verdict.feasible).toBe(true);
    }
  });

  it("fill whole accelerators, or beside other models pay for their places", () => {
    const traffic = { traffic: { load: "rate", requestRate: 30 }, goals: { tpot: 0.05 } } as const;
    const sized = (option: Asked) => {
      const [found] = answer(scenario(option, traffic), LOOKUP).options;
      return { ...found?.figures, ...found?.operation };
    };
    const own = sized({ instances: 3 });
    expect((own.replicas ?? 0) % 3).toBe(0);
    expect(own.acceleratorCount).toBe((own.replicas ?? 0) / 3);
    expect(own.keeps).toBe(true);
    expect(own.percentiles?.ttft.p95.value).toBeGreaterThan(own.percentiles?.ttft.p50.value ?? 1);
    const shared = sized({ instances: 3, neighbours: "others" });
    expect(shared.acceleratorCount).toBeCloseTo((shared.replicas ?? 0) / 3, 12);
    expect((shared.monthlyCost ?? 0) / (shared.acceleratorCount ?? 1)).toBeCloseTo(
      (own.monthlyCost ?? 0) / (own.acceleratorCount ?? 1),
      6,
    );
  });

  it("put several models on the accelerators of one", () => {
    const models = ["meta-llama-3.1-8b", "qwen3-8b"];
    const [found] =
      answer(
        scenarioSchema.parse({
          ...scenario({}),
          traffic: { load: "rate", requestRate: 2 },
          options: models.map((model) => ({
            accelerator: H100,
            pricePerHour: 2,
            model,
            instances: 2,
            partition: "mig",
            neighbours: "others",
          })),
          topologies: [
            {
              name: "Both on one",
              parts: [
                { option: 0, share: 0.5 },
                { option: 1, share: 0.5 },
              ],
            },
          ],
        }),
        LOOKUP,
      ).topologies ?? [];
    expect(found?.figures.topologyAccelerators).toBe(1);
    expect(found?.figures.topologyMachines).toBeCloseTo(2 * 730.5, -1);
  });

  it("say in an explanation what an instance has, and have the range of what nobody measured", () => {
    const asked = scenario({ instances: 2, partition: "mig" });
    expect(explain(asked, LOOKUP, 0, "hbmBandwidth")?.origin.text).toMatch(/MIG 3g: 3\/7 of the compute/);
    expect(explain(asked, LOOKUP, 0, "acceleratorCount")?.inputs.map(({ address }) => address)).toContain(
      "instances",
    );
    const width = (option: Asked) => (one(option).ranges.tpot?.high ?? 0) / (one(option).figures.tpot ?? 1);
    expect(width({ instances: 2 })).toBeGreaterThan(width({}));
  });
});
