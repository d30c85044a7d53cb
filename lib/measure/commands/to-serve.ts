import type { Accelerator, Format, Model } from "@/lib/catalog/schema";
import { longestRequest } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";

/** A plan at its operating point with what commands say of its records. */
export interface ToServe {
  readonly plan: Plan;
  readonly model: Pick<Model, "id" | "name" | "huggingFace" | "contextMax" | "weightsAsReleased" | "layers">;
  readonly draft?: Pick<Model, "id" | "huggingFace" | "name">;
  readonly accelerator: Pick<Accelerator, "id" | "name" | "vendor" | "kind"> & {
    /** Accelerators of one machine, where that is known. */
    readonly domain: number | undefined;
  };
  readonly weights: Pick<Format, "id" | "name">;
  readonly kvCache: Pick<Format, "id" | "name" | "bits">;
  /** Requests in flight that one replica is measured at, the plan's own among them, from few to many. */
  readonly loads: readonly number[];
  /** Seconds that an answer takes at each of those loads, where it is known. */
  readonly latencies: readonly (number | undefined)[];
}

/** The requests in flight that one replica has to take at most. */
export const mostInFlight = ({ loads }: ToServe): number => Math.max(1, ...loads);

/** The name under which the weights are published; the planner's own where nobody publishes them. */
export const repositoryOf = ({ model }: { readonly model: Pick<Model, "id" | "huggingFace"> }): string =>
  model.huggingFace ?? model.id;

/** The same of the model that drafts, for which something stands where the plan names none. */
export const draftOf = ({ draft }: Pick<ToServe, "draft">): string =>
  draft ? repositoryOf({ model: draft }) : DRAFT;

/** Stands for a model that drafts, and what to say where it does. */
export const DRAFT = "DRAFT-MODEL";
export const NAME_DRAFT = `Put the name of the model that drafts in place of ${DRAFT}.`;

/** Stands for trained heads that draft, and what to say where it does. */
export const HEADS = "DRAFT-HEADS";
export const NAME_HEADS = `Put the name of the trained heads in place of ${HEADS}.`;

/** Accelerators of one replica that answers. */
export const acceleratorsOf = ({ plan: { option } }: ToServe): number => option.tp * option.pp * option.dp;

/** The share of an accelerator's memory that one server may take: instances that share one by time divide it. */
export function memoryShare({ plan: { option, serving } }: ToServe): number {
  const { instances = 1, partition } = option;
  if (instances === 1 || partition === "mig") return serving.memoryFraction;
  // Down to what prints in few digits: a little less fits, a little more need not.
  return Math.floor((serving.memoryFraction / instances) * PRECISION) / PRECISION;
}
const PRECISION = 1e4;

/** By judgement: how much longer than the mean the longest request is, where lengths are alike and where they spread. */
const ROOM = 1.1;
const TAIL = 4;
const ROUND = 256;

/** Tokens that the longest request with its answer needs, as far as the model goes. */
export function longestContext({ plan, model }: ToServe): number {
  const { inputTokens, outputTokens, inputSpread, outputSpread } = plan.workload;
  const tail = inputSpread > 0 || outputSpread > 0 || plan.traffic.turns > 1 ? TAIL : ROOM;
  const need = Math.max((inputTokens + outputTokens) * tail, longestRequest(plan));
  return Math.min(Math.ceil(need / ROUND) * ROUND, model.contextMax ?? Number.MAX_SAFE_INTEGER);
}

/** Whether the checkpoint as it is published has these weights. */
export const isReleased = ({ model, weights }: Pick<ToServe, "model" | "weights">): boolean => {
  const { default: released, experts = released } = model.weightsAsReleased;
  return weights.id === released || weights.id === experts;
};

/** Weights that vLLM and SGLang make of a checkpoint in 16 bits as they load it. */
const MADE: Readonly<Record<string, string>> = { fp8: "fp8" };

/** What vLLM and SGLang are told to make of the published checkpoint; undefined where it is taken as it is, or none do. */
export const madeOnLoading = (asked: Pick<ToServe, "model" | "weights">): string | undefined =>
  isReleased(asked) ? undefined : MADE[asked.weights.id];

const SIXTEEN: ReadonlySet<string> = new Set(["bf16", "fp16"]);
export const isSixteen = (format: Pick<Format, "id">): boolean => SIXTEEN.has(format.id);

/** That a server cannot be told to run batches to their end, where the plan does. */
export const unsaidOfBatching = ({ plan: { serving } }: ToServe, server: string): string[] =>
  serving.batching === "continuous" || serving.batching === "offline"
    ? []
    : [`${server} batches continuously; the plan's ${serving.batching} batches have no option.`];

/** What no server has an option for, whichever it is. */
export function unsaidByAny({ plan: { serving, option }, draft }: ToServe, server: string): string[] {
  const { instances = 1, partition } = option;
  return [
    ...(serving.speculation === "draft" && !draft ? [NAME_DRAFT] : []),
    ...(instances > 1
      ? [
          `${instances} instances share an accelerator${partition === "mig" ? " in MIG slices" : ""}: start this ${instances} times, each on ${partition === "mig" ? "a slice that CUDA_VISIBLE_DEVICES names" : "a port of its own"}.`,
        ]
      : []),
    ...(option.prefillReplicas > 0
      ? [
          `Replicas for prompts alone need a router and a cache connector beside ${server}; this command starts one replica that does both.`,
        ]
      : []),
    ...(option.powerLimit === undefined
      ? []
      : [`The power limit of ${option.powerLimit} W is set on the accelerator, not on the server.`]),
    ...(serving.cachePaging === "contiguous" ? [`${server} pages its cache.`] : []),
  ];
}

/** That a checkpoint in these weights has to be named, where the server cannot make them of the published one. */
export const anotherCheckpoint = (
  { model, weights }: Pick<ToServe, "model" | "weights">,
  server: string,
): string =>
  `${model.name} is not published with ${weights.name} weights and ${server} does not make them: name a checkpoint that has them in its place.`;
