import { describe, expect, it } from "vitest";
import type { FigureId, OptionEstimate } from "@/lib/engine";
import { LOOKUP, optionOf } from "../plans";
import { type Machine, onMachine } from "./machine";

/** The spread behind a figure's range: the tenth and ninetieth percentile of a log-normal lie 1.2816 σ from the middle. */
function spreadOf({ figures, ranges }: OptionEstimate, id: string): number {
  const { low, high } = ranges[id as FigureId] as { low: number; high: number };
  const value = figures[id as FigureId] as number;
  expect(high / value, id).toBeCloseTo(value / low, 9);
  return Math.log(high / value) / 1.2816;
}

/** Asks a figure for the spread of a class. */
function expectClass(option: OptionEstimate, id: string, name: string) {
  const { constants } = LOOKUP.calibration("uncertainty") as { constants: Record<string, number> };
  expect(constants[name], name).toBeDefined();
  expect(spreadOf(option, id), `${id} of ${name}`).toBeCloseTo(constants[name] as number, 9);
}

const COMPUTE = { compute: 4e9 };
const mixture = () =>
  optionOf({
    model: "qwen3-30b-a3b",
    accelerator: "nvidia-h200-sxm-141gb",
    tp: 1,
    replicas: 1,
    weights: "bf16",
    kvCache: "bf16",
    engine: "vllm",
    inputTokens: 1000,
    outputTokens: 200,
    batch: 8,
    utilisation: 1,
  });

describe("the range of a figure", () => {
  it.each<[string, Machine, string]>([
    ["a fitted NVIDIA chip", COMPUTE, "dense"],
    ["a fitted chip of another maker", { ...COMPUTE, vendor: "AMD" }, "other"],
  ])("of %s is as wide as its class was measured", (_, machine, name) => {
    const served = onMachine(machine);
    for (const id of [
      "tpot",
      "userRate",
      "outputRate",
      "costPerToken",
      "costPerInputToken",
      "energyPerToken",
    ])
      expectClass(served, id, `${name}TpotFamily`);
    expectClass(served, "ttft", `${name}TtftFamily`);
    for (const batching of ["static", "offline"] as const) {
      const batches = onMachine(machine, { serving: { batching } });
      for (const id of ["tpot", "outputRate", "costPerToken"]) expectClass(batches, id, `${name}RateFamily`);
    }
    expectClass(onMachine(machine, { serving: { batching: "static" } }), "ttft", `${name}TtftFamily`);
  });

  it("of a chip whose constants nobody fitted is the widest there is, for all figures", () => {
    const option = onMachine({ ...COMPUTE, fitted: false });
    for (const id of ["tpot", "ttft", "outputRate", "costPerToken"]) expectClass(option, id, "unfitted");
  });

  it("of a mixture has a class of its own", () => {
    expectClass(mixture(), "tpot", "mixtureTpotFamily");
    expectClass(mixture(), "ttft", "mixtureTtftFamily");
  });
});
