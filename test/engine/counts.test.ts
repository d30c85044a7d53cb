import { describe, expect, it } from "vitest";
import { models } from "@/lib/catalog";
import { fixedBytesPerSequence, kvBytesPerTokenBeyondWindows } from "@/lib/catalog/count/cache";
import { parameters } from "@/lib/catalog/count/model";
import { isRefused } from "@/lib/engine";
import { applyLoad, bind } from "@/lib/engine/bind";
import { allLayersGrown, allLayersSettled, allStages } from "@/lib/engine/formulas/memory";
import { blockTokens } from "@/lib/engine/inputs";
import { NO_DRAFTING } from "@/lib/engine/load";
import { resolve } from "@/lib/engine/resolve";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

/** A model laid out on one accelerator, everything in 16 bits. */
function whole(model: string) {
  const scenario = scenarioSchema.parse({
    workload: { model },
    serving: { weights: "bf16", kvCache: "bf16" },
    options: [{ accelerator: "nvidia-b200-sxm" }],
  });
  const plan = planOf(scenario, 0);
  const deployment = resolve(plan, LOOKUP);
  if (isRefused(deployment)) throw new Error(deployment.message);
  return applyLoad(bind(deployment), { plan, drafting: NO_DRAFTING }).image;
}

const BYTES = 2;
/** Norms, biases, convolutions and scales, which the engine leaves out of its matrices. */
const SMALL = 0.006;

describe.each(models().map((model) => [model.id, model] as const))(
  "what the catalog counts of %s",
  (id, model) => {
    const image = whole(id);

    it("is the cache that the engine lays out, per token and per sequence", () => {
      const grown = image.value(allLayersGrown);
      expect(grown).toBeCloseTo(kvBytesPerTokenBeyondWindows(model, BYTES), 6);
      const halfBlock = (image.value(blockTokens) / 2) * grown;
      expect(image.value(allLayersSettled) - halfBlock).toBeCloseTo(fixedBytesPerSequence(model, BYTES), 3);
    });

    it("is the weights that it stores, but for what is no matrix", () => {
      const ratio = image.value(allStages) / BYTES / parameters(model).total;
      expect(Math.abs(ratio - 1)).toBeLessThan(SMALL);
    });
  },
);
