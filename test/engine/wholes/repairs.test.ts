import { describe, expect, it } from "vitest";
import { estimate, type Infeasible } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { applyOptionPatch } from "@/lib/scenario/patch";
import { LOOKUP } from "../plans";

const plan = (model: string, accelerator: string, weights: string) =>
  scenarioSchema.parse({
    workload: { model, inputTokens: 1000, outputTokens: 500, batch: 1 },
    serving: { weights },
    options: [{ accelerator }],
  });

function refusalOf(scenario: ReturnType<typeof plan>): Infeasible {
  const verdict = estimate(scenario, LOOKUP).options[0]?.verdict;
  if (!verdict || verdict.feasible) throw new Error("expected a plan that does not fit");
  return verdict;
}

describe("what would make a model fit, the cheapest first and the least of each kind", () => {
  it.each([
    // 141.1 GB of weights, a request's 0.5 GB, activations of 8,192 × (4 × 8,192 + 2 × 28,672) × 2 bytes = 1.5 GB and
    // logits of 0.5 GB are 143.6 GB. The driver reports 143,771 MiB = 150.8 GB: 95 % of it are 143.2, 97 % 146.2.
    [
      "Llama 3.1 70B in 16 bits on an H200",
      plan("meta-llama-3.1-70b", "nvidia-h200-sxm-141gb", "bf16"),
      ["97 % of the memory", "FP8 weights", "2 accelerators"],
      [{ serving: { memoryFraction: 0.97 } }, { weights: "fp8" }, { tp: 2 }],
    ],
    // What an option says for itself is changed there.
    [
      "the same with a share of memory of its own",
      applyOptionPatch(plan("meta-llama-3.1-70b", "nvidia-h200-sxm-141gb", "bf16"), 0, {
        memoryFraction: 0.8,
      }),
      ["97 % of the memory", "FP8 weights", "2 accelerators"],
      [{ memoryFraction: 0.97 }, { weights: "fp8" }, { tp: 2 }],
    ],
    // No fraction of 85.9 GB holds 141; in 8 bits 72.6 GB do; two hold 70.6 GB each.
    [
      "the same on an H100",
      plan("meta-llama-3.1-70b", "nvidia-h100-sxm-80gb", "bf16"),
      ["FP8 weights", "2 accelerators"],
      [{ weights: "fp8" }, { tp: 2 }],
    ],
    // 141 GB in four times the memory; in 8 bits 72.6 GB do not fit into 24 GB, in 4 bits 39 GB do not either.
    [
      "the same on an L4 of 24 GB",
      plan("meta-llama-3.1-70b", "nvidia-l4", "bf16"),
      ["8 accelerators"],
      [{ tp: 8 }],
    ],
    // In 8 bits 70 GB are more than 48; in 4 bits 36 + 4 fit; two hold 35 GB each.
    [
      "in 8 bits on a card of 48 GB",
      plan("meta-llama-3.1-70b", "nvidia-l40s", "fp8"),
      ["4-bit weights (AWQ)", "2 accelerators"],
      [{ weights: "int4-awq-g128" }, { tp: 2 }],
    ],
  ])("%s", (_, scenario, labels, patches) => {
    const { repairs } = refusalOf(scenario);
    expect(repairs.map(({ patch }) => patch)).toEqual(patches);
    expect(repairs.map(({ label }) => label)).toEqual(labels);
    for (const { patch, label } of repairs) {
      const repaired = estimate(applyOptionPatch(scenario, 0, patch), LOOKUP).options[0];
      expect(repaired?.verdict, label).toEqual({ feasible: true });
    }
  });
});
