import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import { answer, feasibility } from "@/lib/engine";
import { explore, wholeSpace } from "@/lib/engine/explore";
import { applyOptionPatch, applyPatch, defaultScenario, type Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

const H200 = { accelerator: "nvidia-h200-sxm-141gb" };
const asked = (accuracy: number | undefined, weights: string, kvCache = "bf16"): Scenario =>
  applyPatch(defaultScenario, {
    goals: { accuracy },
    serving: { weights, kvCache },
    traffic: { load: "batch" },
    options: [{ ...defaultScenario.options[0], ...H200, tp: 2 } as Scenario["options"][number]],
  });
const verdictOf = (scenario: Scenario) => feasibility(planOf(scenario, 0), LOOKUP);

describe("an accuracy floor", () => {
  it("rules a format out exactly where its worst published test keeps less", () => {
    for (const { id, loss, use } of catalog.formats()) {
      if (!use.includes("weights")) continue;
      const kept = 1 - (loss?.high ?? 0);
      const over = verdictOf(asked(Math.min(1, kept + 1e-6), id));
      const under = verdictOf(asked(kept - 1e-6, id));
      const runs = verdictOf(asked(undefined, id));
      if (!runs.feasible) continue;
      expect(under, id).toMatchObject(loss ? { feasible: true } : { reason: "accuracy" });
      if (kept < 1) expect(over, id).toMatchObject({ feasible: false, reason: "accuracy", path: "weights" });
    }
  });

  it("says that nobody tested a format, and takes the format that a model was released in as its own measure", () => {
    const untested = verdictOf(asked(0.5, "nf4"));
    expect(untested.feasible ? "" : untested.message).toContain("No published test");
    const released = applyPatch(asked(1, "mxfp4"), { workload: { model: "gpt-oss-120b" } });
    expect(verdictOf(released)).toEqual({ feasible: true });
  });

  it("counts the losses of weights and cache together, and is kept by what it proposes", () => {
    const scenario = asked(0.995, "fp8", "fp8");
    const [option] = answer(scenario, LOOKUP).options;
    const verdict = option?.verdict;
    if (!verdict || verdict.feasible) throw new Error("FP8 keeps 99.28 %");
    expect(verdict.repairs.length).toBeGreaterThan(0);
    for (const { patch } of verdict.repairs)
      expect(verdictOf(applyOptionPatch(scenario, 0, patch))).toEqual({ feasible: true });
  });

  // 70.6 billion weights: 141 GB in 16 bits, 72.6 in FP8. An H100 holds 85.9 GB, an L40S 48. The narrowest comes first.
  it.each([
    [0.995, "nvidia-h200-sxm-141gb", 2, "fp8", ["16-bit weights", "16-bit weights, 16-bit cache"]],
    [0.995, "nvidia-h100-sxm-80gb", 1, "fp8", [2, "16-bit weights", "16-bit weights, 16-bit cache"]],
    [0.9999, "nvidia-l40s", 1, "fp8", [4, "16-bit weights", "16-bit weights, 16-bit cache"]],
    [0.9999, "nvidia-l40s", 2, "fp8", [4, "16-bit weights", "16-bit weights, 16-bit cache"]],
    [0.985, "nvidia-h100-sxm-80gb", 1, "int4-awq-g128", ["FP8 weights", "FP8 weights, 16-bit cache"]],
    [
      0.995,
      "nvidia-h100-sxm-80gb",
      1,
      "int4-awq-g128",
      [2, "16-bit weights", "16-bit weights, 16-bit cache"],
    ],
  ] as const)(
    "of %d on %s by %i, with %s weights, is kept by the next wider format on as few as hold it",
    (...given) => {
      const [floor, accelerator, tp, weights, [first, ...rest]] = given;
      const scenario = applyPatch(asked(floor, weights, "fp8"), {
        options: [{ ...defaultScenario.options[0], accelerator, tp } as Scenario["options"][number]],
      });
      const [option] = answer(scenario, LOOKUP).options;
      if (!option || option.verdict.feasible) throw new Error("expected a floor that is not kept");
      const wide = typeof first === "number" ? { tp: first } : {};
      const labels = typeof first === "number" ? rest : [first, ...rest];
      expect(option.verdict.repairs).toEqual(
        labels.map((label) => ({
          label: "tp" in wide ? `${label}, ${wide.tp} accelerators` : label,
          patch: {
            weights: label.startsWith("FP8") ? "fp8" : "bf16",
            ...(label.endsWith("16-bit cache") ? { kvCache: "bf16" } : {}),
            ...wide,
          },
        })),
      );
    },
  );

  it("is kept by all that a search finds, and is said to have ruled the others out", () => {
    const scenario = asked(0.995, "bf16");
    const space = { ...wholeSpace(scenario, [H200], { narrow: true }, LOOKUP), counts: [2], batches: [8] };
    const search = explore(scenario, LOOKUP, space);
    let step = search.next();
    while (!step.done) step = search.next();
    const { tally, best } = step.value;
    expect(tally.ruledOut.accuracy).toBeGreaterThan(0);
    expect(best.length).toBeGreaterThan(0);
    for (const { way } of best) {
      const taken = { ...scenario, options: [way.option] };
      expect(verdictOf(taken)).toEqual({ feasible: true });
    }
  });
});
