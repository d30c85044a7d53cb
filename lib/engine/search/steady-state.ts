import type { Loaded, Settled } from "../bind";
import { rankCapacity } from "../formulas/memory";
import { nextBatch } from "../formulas/serving";
import * as q from "../inputs/load";

/** By judgement: rounds after which the batch is taken as found, and the relative change that ends the search before. */
const MOST_ROUNDS = 24;
const CLOSE_ENOUGH = 1e-4;
/** By judgement: a round lets the batch fall to no less than its quarter. */
const STEEPEST_FALL = 4;
/** By definition of a program: what the search reads and changes comes before what it leaves for the end. */
const SEARCHED = 2;
const REST = 3;

/**
 * Finds the batch that agrees with the times it causes (Little's law in a closed loop) and evaluates everything
 * else there. The map is a contraction for all but prefill-bound loads; a secant through the last two rounds
 * converges there too. At least one sequence must fit.
 */
export function settle(loaded: Loaded): Settled {
  const { image, deployment, load } = loaded;
  const rank = image.value(q.concurrency) / deployment.layout.data;
  const most = Math.min(rank, image.value(rankCapacity));
  if (load.plan.serving.batching !== "continuous") return settleAt(loaded, most);
  let batch = most;
  let before: { batch: number; miss: number } | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    image.set(q.rankBatch, batch);
    image.run(SEARCHED);
    const miss = image.value(nextBatch) - batch;
    if (Math.abs(miss) <= CLOSE_ENOUGH * batch) break;
    const slope = before ? (miss - before.miss) / (batch - before.batch) : -1;
    before = { batch, miss };
    const step = slope < 0 ? -miss / slope : miss;
    batch = Math.min(most, Math.max(batch / STEEPEST_FALL, batch + step));
  }
  image.run(REST);
  return { ...loaded, settled: true };
}

/** Evaluates a plan with so many sequences decoding on each attention rank. */
function settleAt(loaded: Loaded, batch: number): Settled {
  const { image } = loaded;
  image.set(q.rankBatch, batch);
  image.run(SEARCHED);
  image.run(REST);
  return { ...loaded, settled: true };
}

/** Evaluates a plan that does not fit as if one sequence ran: what its memory would hold is known all the same. */
export const startOne = (loaded: Loaded): Settled => settleAt(loaded, 1);
