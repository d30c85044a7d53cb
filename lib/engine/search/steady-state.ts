import type { Image, Input, Quantity } from "@/lib/formula";
import type { Loaded, Settled } from "../bind";
import { rankCapacity } from "../formulas/memory";
import { nextBatch, nextPoolBatch } from "../formulas/serving";
import * as q from "../inputs/load";
import { agreement } from "./agreement";

/** By judgement: the relative difference at which a batch agrees with what it brings about. */
const CLOSE_ENOUGH = 1e-4;
/** By judgement: where prompts have replicas of their own, a batch is found more closely, and its prompts more closely still. */
const CLOSER = 1e-5;
const CLOSEST = 1e-7;
/** By definition of a program: what the search reads and changes comes before what it leaves for the end. */
const SEARCHED = 2;
const REST = 3;

/**
 * Finds the batch that agrees with the times it causes (Little's law in a closed loop) and evaluates everything
 * else there. At least one sequence must fit.
 */
export function settle(loaded: Loaded): Settled {
  const { image, deployment, load } = loaded;
  const rank = image.value(q.concurrency) / deployment.layout.data;
  const most = Math.min(rank, image.value(rankCapacity));
  if (load.plan.serving.batching !== "continuous") return settleAt(loaded, most);
  const close = deployment.layout.prefillReplicas > 0 ? CLOSER : CLOSE_ENOUGH;
  agree(image, { input: q.rankBatch, next: nextBatch, most, close }, most, roundOf(loaded));
  image.run(REST);
  return { ...loaded, settled: true };
}

/** Evaluates a plan with so many sequences decoding on each attention rank. */
function settleAt(loaded: Loaded, batch: number): Settled {
  const { image } = loaded;
  image.set(q.rankBatch, batch);
  roundOf(loaded)();
  image.run(REST);
  return { ...loaded, settled: true };
}

/** Evaluates a plan that does not fit as if one sequence ran: what its memory would hold is known all the same. */
export const startOne = (loaded: Loaded): Settled => settleAt(loaded, 1);

/** One round at the batch that is set. Replicas that only process prompts have as many at a time as their own times bring. */
function roundOf({ image, deployment }: Loaded): () => void {
  const evaluate = () => image.run(SEARCHED);
  if (deployment.layout.prefillReplicas === 0) return evaluate;
  const pool = { input: q.poolBatch, next: nextPoolBatch, most: Number.POSITIVE_INFINITY, close: CLOSEST };
  let prompts = 1;
  return () => {
    prompts = agree(image, pool, prompts, evaluate);
  };
}

/** An input that is searched, what its value brings about, its largest value, and how closely the two must agree. */
interface Unknown {
  readonly input: Input;
  readonly next: Quantity;
  readonly most: number;
  readonly close: number;
}

/** Finds the value of an input that is the one it brings about, and leaves the image there. */
function agree(image: Image, { input, next, ...ends }: Unknown, start: number, round: () => void): number {
  const bringsAbout = (value: number) => {
    image.set(input, value);
    round();
    return image.value(next);
  };
  return agreement(bringsAbout, { start, ...ends });
}
