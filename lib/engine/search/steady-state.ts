import type { Load, Plan } from "../bind";
import { rankCapacity } from "../formulas/memory";
import { nextBatch } from "../formulas/serving";
import * as q from "../inputs";

/** Rounds after which the batch is taken as found, and the relative change that ends the search before. */
const MOST_ROUNDS = 24;
const CLOSE_ENOUGH = 1e-4;

/** More requests than any memory holds. */
const ENDLESS = 1e9;

/** The steps of a plan whose prompts ride on decode steps, and of one that keeps them apart. */
const TOGETHER = ["decode", "mixed"];
const APART = ["decode", "prompts"];

/** The step that carries prompts: one of its own where batches or other replicas keep them apart. */
export const promptStep = ({ image }: Plan): "prompts" | "mixed" =>
  image.value(q.staticBatching) + image.value(q.prefillReplicas) > 0 ? "prompts" : "mixed";

/** Sets the load and evaluates what depends on it alone, the capacity for instance. */
export function applyLoad(plan: Plan, load: Load): void {
  const { image } = plan;
  image.set(q.inputTokens, load.inputTokens);
  image.set(q.outputTokens, load.outputTokens);
  const offline = load.batching === "offline";
  image.set(q.concurrency, offline ? (load.requests ?? ENDLESS) : load.concurrency);
  image.set(q.cachedShare, load.cachedShare);
  image.set(q.endless, offline ? 1 : 0);
  image.set(q.waitingRequests, load.requests ?? 0);
  const whole = load.batching === "static" || load.batching === "dynamic";
  image.set(q.staticBatching, whole ? 1 : 0);
  image.set(q.batchWindow, load.batchWindow);
  const { drafting } = load;
  image.set(q.draftTokens, drafting.tokens);
  image.set(q.draftPasses, drafting.passes);
  image.set(q.acceptance, drafting.acceptance);
  image.set(q.draftBase, drafting.base);
  image.set(q.draftTime, drafting.perSequence);
  image.set(q.draftBytes, drafting.bytes);
  image.set(q.rowsPerSequence, drafting.tokens + 1);
  image.activate(promptStep(plan) === "prompts" ? APART : TOGETHER);
  image.run(1);
}

/**
 * Finds the batch that agrees with the times it causes (Little's law in a closed loop) and evaluates everything
 * else there. The map is a contraction for all but prefill-bound loads; a secant through the last two rounds
 * converges there too. `applyLoad` comes first, and at least one sequence must fit.
 */
export function settle({ image, deployment }: Plan, load: Load): void {
  const rank = image.value(q.concurrency) / deployment.layout.data;
  const most = Math.min(rank, image.value(rankCapacity));
  if (load.batching !== "continuous") {
    image.set(q.rankBatch, most);
    image.run(2);
    image.run(3);
    return;
  }
  let batch = most;
  let before: { batch: number; miss: number } | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    image.set(q.rankBatch, batch);
    image.run(2);
    const miss = image.value(nextBatch) - batch;
    if (Math.abs(miss) <= CLOSE_ENOUGH * batch) break;
    const slope = before ? (miss - before.miss) / (batch - before.batch) : -1;
    before = { batch, miss };
    const step = slope < 0 ? -miss / slope : miss;
    batch = Math.min(most, Math.max(batch / 4, batch + step));
  }
  image.run(3);
}

/** Evaluates a plan that does not fit as if one sequence ran: what its memory would hold is known all the same. */
export function startOne({ image }: Plan): void {
  image.set(q.rankBatch, 1);
  image.run(2);
  image.run(3);
}
