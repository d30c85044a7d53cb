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
