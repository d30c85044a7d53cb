import { catalogLookup } from "@/lib/catalog/lookup";
import { type Estimate, estimate, type Lookup } from "@/lib/engine";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";

/** The catalog as it is, for views of real estimates. */
export const lookup: Lookup = catalogLookup();

const H200 = "nvidia-h200-sxm-141gb";

/** Llama 3.1 70B, unless told otherwise, on the given options, with FP8 weights. */
export function estimated(
  options: ScenarioInput["options"],
  serving: ScenarioInput["serving"] = {},
  model = "meta-llama-3.1-70b",
): Estimate {
  const scenario = scenarioSchema.parse({ workload: { model }, serving, options });
  return estimate(scenario, lookup);
}

/** A plan with one option that fits, one that fits at twice the size, and one that does not fit. */
export const mixed = (): Estimate =>
  estimated([
    { accelerator: H200, tp: 2, weights: "bf16" },
    { accelerator: H200, tp: 1 },
    { accelerator: H200, tp: 1, weights: "bf16" },
  ]);
