import type { Deployment } from "../deployment";
import type { Reference } from "./reference";
import type { Split } from "./space";

/**
 * What no plan of a layout can beat, whatever its batch: every operator at the best rate that one of the chip's kernels
 * reaches, without launches, exchanges, waiting or uneven load. A step takes at least the longer of computing and
 * streaming, and the replica at least as long per request as its steps shared by the batch.
 */
export interface BestCase {
  /** Most requests per second of a replica at up to a batch, and least time per token (s) from a batch on. */
  readonly requestRate: (batch: number) => number;
  readonly tpot: (batch: number) => number;
  /** Least time to first token (s). */
  readonly ttft: number;
}

/** The best rates of a chip's kernels: FLOP/s of products and attention, B/s of what is streamed. */
export interface Rates {
  readonly compute: number;
  readonly memory: number;
}

export function bestRates({ kernels, constants, attentionPeak, bandwidth }: Deployment): Rates {
  const each = Object.values(kernels);
  const { prefillAttentionEfficiency, decodeAttentionEfficiency, latentAttentionEfficiency } = constants;
  const attention = Math.max(
    prefillAttentionEfficiency.value,
    decodeAttentionEfficiency.value,
    latentAttentionEfficiency.value,
  );
  return {
    compute: Math.max(
      attentionPeak * attention,
      ...each.map(({ rate, efficiency }) => rate * efficiency.value),
    ),
    memory:
      bandwidth.value *
      Math.max(
        constants.cacheEfficiency.value,
        constants.streamEfficiency.value,
        ...each.map(({ stream }) => stream.value),
      ),
  };
}

/** The bound of a layout on a chip; batches are those of a replica. */
export function boundOf(
  { step, promptFlops, answerSteps, tokensPerStep }: Reference,
  { compute, memory }: Rates,
  { pp, dp }: Split,
): BestCase {
  return {
    requestRate: (batch) => {
      const { bytes, flops } = step(batch / dp);
      const sequences = batch / dp;
      const computing = ((answerSteps * flops) / sequences + promptFlops / pp) / compute;
      const streaming = (answerSteps * bytes) / sequences / memory;
      return dp / Math.max(computing, streaming);
    },
    tpot: (batch) => {
      const { bytes, flops } = step(batch / dp);
      return Math.max(flops / compute, bytes / memory) / tokensPerStep;
    },
    ttft: promptFlops / compute,
  };
}
