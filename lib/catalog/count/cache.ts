import type { Mixer } from "../mixer";
import type { Model } from "../model";

/** Elements that a layer caches for each token, and how far back it keeps them. */
type LayerCache = {
  /** Elements per token while the token is in reach. */
  elements: number;
  /** Tokens kept; absent means all. */
  window?: number;
  /** Elements per token kept for ever beside the window. */
  lasting: number;
  /** Bytes per token of an indexer's keys, which are 8-bit numbers whatever the cache's format, kept for ever. */
  keyBytes: number;
  /** Elements written once per sequence. */
  once: number;
  /** Bytes of recurrent state per sequence, in 32 bits, and elements of convolution history. */
  stateBytes: number;
  history: number;
};

const nothing: LayerCache = { elements: 0, lasting: 0, keyBytes: 0, once: 0, stateBytes: 0, history: 0 };
/** An indexer over latents scales each 8-bit key by a 32-bit number of its own. */
const keyScaleBytes = 4;
/** Recurrent state is kept in 32 bits. */
const stateElementBytes = 4;

function recurrent(state: number, channels: number, convolution: number): LayerCache {
  return { ...nothing, stateBytes: state * stateElementBytes, history: channels * (convolution - 1) };
}

/** What one layer keeps. `positions` is the length of an encoder's output, for cross attention. */
export function layerCache(mixer: Mixer, positions = 0): LayerCache {
  switch (mixer.kind) {
    case "gqa": {
      if (mixer.sharedCache) return nothing;
      const pair = mixer.kvHeads * (mixer.headDim + (mixer.valueDim ?? mixer.headDim));
      const elements = pair + (mixer.index?.dim ?? 0);
      return mixer.window
        ? { ...nothing, elements, window: mixer.window }
        : { ...nothing, elements, lasting: elements };
    }
    case "mla": {
      const elements = mixer.kvRank + mixer.ropeDim;
      const { index } = mixer;
      const keyBytes = index && !index.shared ? (index.dim + keyScaleBytes) / (index.pool ?? 1) : 0;
      return { ...nothing, elements, lasting: elements, keyBytes };
    }
    case "compressed": {
      const { ratio, sharedHistory } = mixer;
      const lasting = ratio && !sharedHistory ? mixer.headDim / ratio : 0;
      const keyBytes = mixer.index && ratio && !sharedHistory ? mixer.index.dim / ratio : 0;
      return { ...nothing, elements: mixer.headDim + lasting, window: mixer.window, lasting, keyBytes };
    }
    case "cross": {
      const pair = 2 * mixer.kvHeads * mixer.headDim;
      return { ...nothing, elements: pair, lasting: pair, once: pair * positions };
    }
    case "gdn": {
      const keys = mixer.keyHeads * mixer.keyDim;
      const values = mixer.valueHeads * mixer.valueDim;
      return recurrent(values * mixer.keyDim, 2 * keys + values, mixer.convolution);
    }
    case "kda": {
      const inner = mixer.heads * mixer.headDim;
      return recurrent(inner * mixer.headDim, 3 * inner, mixer.convolution);
    }
    case "lightning":
      return recurrent(mixer.heads * mixer.headDim * mixer.headDim, 0, 1);
    case "shortconv":
      return recurrent(0, mixer.width, mixer.convolution);
    case "mamba1":
      return recurrent(mixer.inner * mixer.state, mixer.inner, mixer.convolution);
    case "mamba2": {
      const inner = mixer.heads * mixer.headDim;
      return recurrent(inner * mixer.state, inner + 2 * mixer.groups * mixer.state, mixer.convolution);
    }
    case "none":
      return nothing;
  }
}

function sum(model: Model, of: (cache: LayerCache) => number): number {
  return model.layers.reduce(
    (total, group) => total + group.count * of(layerCache(group.mixer, model.encoder?.positions)),
    0,
  );
}

/** Bytes that one more token adds to the cache while every window still reaches it. */
export function cacheBytesPerToken(model: Model, bytesPerElement: number): number {
  return sum(model, (cache) => cache.elements * bytesPerElement + cache.keyBytes);
}

/** Bytes that one more token adds once the sequence is longer than every window. */
export function kvBytesPerTokenBeyondWindows(model: Model, bytesPerElement: number): number {
  return sum(model, (cache) => cache.lasting * bytesPerElement + cache.keyBytes);
}

/**
 * Bytes that a sequence longer than every window holds whatever its length: full windows, what an
 * encoder wrote, recurrent state (32 bits) and convolution history (16 bits).
 */
export function fixedBytesPerSequence(model: Model, bytesPerElement = 2): number {
  return sum(
    model,
    (cache) =>
      ((cache.window ?? 0) * (cache.elements - cache.lasting) + cache.once) * bytesPerElement +
      cache.stateBytes +
      cache.history * 2,
  );
}
