import type { Load, Plan } from "../bind";
import { rankCapacity } from "../formulas/memory";
import { nextBatch } from "../formulas/serving";
import * as q from "../inputs";

/** Rounds after which the batch is taken as found, and the relative change that ends the search before. */
const MOST_ROUNDS = 24;
const CLOSE_ENOUGH = 1e-7;

/** Sets the load and evaluates what depends on it alone, the capacity for instance. */
export function applyLoad({ image }: Plan, load: Load): void {
  image.set(q.inputTokens, load.inputTokens);
  image.set(q.outputTokens, load.outputTokens);
  image.set(q.concurrency, load.concurrency);
  image.run(1);
}

/**
 * Finds the batch that agrees with the times it causes (Little's law in a closed loop) and evaluates everything
 * else there. The map is a contraction for all but prefill-bound loads; a secant through the last two rounds
 * converges there too. `applyLoad` comes first, and at least one sequence must fit.
 */
export function settle({ image, deployment }: Plan, load: Load): void {
  const rank = load.concurrency / deployment.layout.data;
  const most = Math.min(rank, image.value(rankCapacity));
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
