import type { Plan } from "@/lib/scenario/plan";

/** How tokens are drafted ahead, for speculative decoding. */
export interface Drafting {
  /** Tokens drafted per step, zero for none, and the passes that draft them. */
  readonly tokens: number;
  readonly passes: number;
  /** Probability that a drafted token is accepted. */
  readonly acceptance: number;
  /** Seconds of a pass, and what one sequence more adds. */
  readonly base: number;
  readonly perSequence: number;
  /** Weights of what drafts, per accelerator. */
  readonly bytes: number;
}

export const NO_DRAFTING: Drafting = {
  tokens: 0,
  passes: 0,
  acceptance: 0,
  base: 0,
  perSequence: 0,
  bytes: 0,
};

/** What one replica is asked to do: the traffic and the batching of a plan, and how it drafts. */
export interface Load {
  readonly plan: Plan;
  readonly drafting: Drafting;
  /** Requests of an offline run; absent means that they never end. */
  readonly requests?: number;
}

/** Prompts and answers run as whole batches, one after the other. */
export const inBatches = ({ plan: { serving } }: { plan: Pick<Plan, "serving"> }): boolean =>
  serving.batching === "static" || serving.batching === "dynamic";

/** The batch is as large as fits, because requests always wait. */
export const isOffline = ({ plan: { serving } }: Load): boolean => serving.batching === "offline";

/** The load with other requests: tokens of prompt and answer, or requests in flight per replica. */
export const withTraffic = (
  load: Load,
  traffic: Partial<Pick<Plan["workload"], "inputTokens" | "outputTokens" | "batch">>,
): Load => ({ ...load, plan: { ...load.plan, workload: { ...load.plan.workload, ...traffic } } });
