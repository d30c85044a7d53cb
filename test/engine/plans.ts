import fc from "fast-check";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Accelerator, Model } from "@/lib/catalog/schema";
import { estimate, type FigureId, type Lookup, type OptionEstimate } from "@/lib/engine";
import { type Scenario, scenarioSchema } from "@/lib/scenario";

export const LOOKUP: Lookup = catalogLookup();

/** Dense models with all kinds of attention: multi-head, grouped, windowed; mixtures; latent attention. */
const MODELS = [
  "llama-2-7b-hf",
  "meta-llama-3.1-8b",
  "meta-llama-3.1-70b",
  "qwen3-32b",
  "gemma-3-27b-it",
  "mixtral-8x7b-v0.1",
  "qwen3-30b-a3b",
  "gpt-oss-120b",
  "deepseek-v2-lite",
  "deepseek-v3",
];

const ACCELERATORS = [
  "nvidia-h100-sxm-80gb",
  "nvidia-h200-sxm-141gb",
  "nvidia-b200-sxm",
  "nvidia-a100-sxm-80gb",
  "nvidia-l40s",
  "amd-mi300x",
  "intel-gaudi3",
];

/** What a random scenario varies. */
export interface Knobs {
  readonly model: string;
  readonly accelerator: string;
  readonly tp: number;
  readonly replicas: number;
  readonly weights: string;
  readonly kvCache: string;
  readonly engine: "vllm" | "sglang" | "trtllm";
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly batch: number;
  readonly utilisation: number;
  readonly pricePerHour?: number;
}

const magnitude = (most: number) =>
  fc
    .double({ min: 0, max: Math.log(most), noNaN: true })
    .map((power) => Math.max(1, Math.round(Math.exp(power))));

/** Any plan of the catalog's usual models and accelerators, possible or not. */
export const plans: fc.Arbitrary<Knobs> = fc.record({
  model: fc.constantFrom(...MODELS),
  accelerator: fc.constantFrom(...ACCELERATORS),
  tp: fc.constantFrom(1, 2, 4, 8),
  replicas: fc.integer({ min: 1, max: 8 }),
  weights: fc.constantFrom("bf16", "fp8", "int4-awq-g128"),
  kvCache: fc.constantFrom("bf16", "fp8"),
  engine: fc.constantFrom("vllm" as const, "sglang" as const, "trtllm" as const),
  inputTokens: magnitude(30_000),
  outputTokens: magnitude(4000),
  batch: magnitude(1000),
  utilisation: fc.constantFrom(1, 0.5, 0.07),
});

/**
 * Plans whose prompts fit between the decode steps: over the answers of a batch, each chunk of each prompt has a
 * decode step to ride on. The law of interleaved prefill is made for these.
 */
export const interleaved = plans.map((knobs) => {
  const chunks = Math.ceil(knobs.inputTokens / CHUNK);
  return { ...knobs, batch: Math.max(1, Math.min(knobs.batch, Math.floor(knobs.outputTokens / chunks / 2))) };
});
const CHUNK = 8192;

/** The scenario of some knobs, with one option. */
export function scenarioOf(knobs: Knobs): Scenario {
  const { model, inputTokens, outputTokens, batch, weights, kvCache, engine, utilisation } = knobs;
  const { accelerator, tp, replicas, pricePerHour } = knobs;
  return scenarioSchema.parse({
    workload: { model, inputTokens, outputTokens, batch },
    serving: { weights, kvCache, engine, chunkTokens: CHUNK },
    options: [{ accelerator, tp, replicas, ...(pricePerHour === undefined ? {} : { pricePerHour }) }],
    finance: { utilisation },
  });
}

/** What the engine says about some knobs, possible or not. */
export function optionOf(knobs: Knobs, lookup = LOOKUP): OptionEstimate {
  const [option] = estimate(scenarioOf(knobs), lookup).options;
  if (!option) throw new Error("an estimate has one entry for each option");
  return option;
}

/** The same for a plan that runs; a property passes over plans that do not. */
export function running(knobs: Knobs, lookup = LOOKUP): OptionEstimate {
  const option = optionOf(knobs, lookup);
  fc.pre(option.verdict.feasible);
  return option;
}

/** A figure that must be there. */
export function figure({ figures }: OptionEstimate, id: string): number {
  const value = figures[id as FigureId];
  if (value === undefined) throw new Error(`there is no figure "${id}"`);
  return value;
}

/** Whether no request waits for memory. */
export const roomy = (option: OptionEstimate, { batch }: Knobs): boolean =>
  figure(option, "batchCapacity") >= batch;

/** A catalog in which each accelerator, or each model, is another. */
export const withAccelerator = (change: (accelerator: Accelerator) => Accelerator): Lookup => ({
  ...LOOKUP,
  accelerator: (id) => change(LOOKUP.accelerator(id) as Accelerator),
});
export const withModel = (change: (model: Model) => Model): Lookup => ({
  ...LOOKUP,
  model: (id) => change(LOOKUP.model(id) as Model),
});
