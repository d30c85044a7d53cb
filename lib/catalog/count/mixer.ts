import type { Mixer, MixerOf } from "../mixer";

function gqa(m: MixerOf<"gqa">, hidden: number): number {
  const queries = m.heads * m.headDim;
  const keys = m.sharedCache ? 0 : m.kvHeads * m.headDim;
  const values = m.valueIsKey || m.sharedCache ? 0 : m.kvHeads * (m.valueDim ?? m.headDim);
  const output = m.heads * (m.valueDim ?? m.headDim);
  let total = hidden * (queries + keys + values) + output * hidden;
  if (m.qkvBias) total += queries + keys + values;
  if (m.outputBias) total += hidden;
  if (m.qkNorm === "per-head") total += (m.sharedCache ? 1 : 2) * m.headDim;
  if (m.qkNorm === "full") total += queries + keys;
  if (m.outputGate === "full") total += hidden * output;
  if (m.outputGate === "per-head") total += hidden * m.heads;
  if (m.sinks) total += m.heads;
  // Index queries, the one index key, and a norm on each.
  if (m.index) total += hidden * (m.index.heads + 1) * m.index.dim + 2 * m.index.dim;
  return total;
}

function mla(m: MixerOf<"mla">, hidden: number): number {
  const queryWidth = m.heads * (m.nopeDim + m.ropeDim);
  const output = m.heads * m.valueDim;
  let total = hidden * (m.kvRank + m.ropeDim) + m.kvRank + m.kvRank * m.heads * (m.nopeDim + m.valueDim);
  total += m.queryRank ? hidden * m.queryRank + m.queryRank + m.queryRank * queryWidth : hidden * queryWidth;
  total += output * hidden;
  if (m.outputGate) total += hidden * output;
  if (m.index && !m.index.shared) {
    const { heads, dim } = m.index;
    // Index queries from the query latent, one index key with a layer norm, one weight per index head.
    total += (m.queryRank ?? hidden) * heads * dim + hidden * dim + 2 * dim + hidden * heads;
  }
  return total;
}

function gdn(m: MixerOf<"gdn">, hidden: number): number {
  const keys = m.keyHeads * m.keyDim;
  const values = m.valueHeads * m.valueDim;
  const projections = hidden * (2 * keys + 2 * values) + hidden * 2 * m.valueHeads + values * hidden;
  const convolution = (2 * keys + values) * m.convolution;
  // Decay and step bias per head, one output norm over a head.
  return projections + convolution + 2 * m.valueHeads + m.valueDim;
}

function kda(m: MixerOf<"kda">, hidden: number): number {
  const inner = m.heads * m.headDim;
  const lowRank = hidden * m.headDim + m.headDim * inner;
  const gate = m.fullRankGate ? hidden * inner : lowRank;
  const projections = 3 * hidden * inner + gate + lowRank + hidden * m.heads + inner * hidden;
  // Three convolutions, decay per head, step bias per channel, one output norm over a head.
  return projections + 3 * m.convolution * inner + m.heads + inner + m.headDim;
}

function lightning(m: MixerOf<"lightning">, hidden: number): number {
  const inner = m.heads * m.headDim;
  return hidden * 3 * inner + hidden * inner + inner * hidden + inner;
}

function shortConvolution(m: MixerOf<"shortconv">, hidden: number): number {
  return hidden * 3 * m.width + m.convolution * m.width + m.width * hidden;
}

function mamba1(m: MixerOf<"mamba1">, hidden: number): number {
  const { inner, state, stepRank } = m;
  const projections = hidden * 2 * inner + inner * (stepRank + 2 * state) + stepRank * inner + inner * hidden;
  const convolution = inner * m.convolution + inner;
  const norms = m.innerNorms === false ? 0 : stepRank + 2 * state;
  // Step bias, decay matrix and skip; norms on step, B and C.
  return projections + convolution + inner + inner * state + inner + norms;
}

function mamba2(m: MixerOf<"mamba2">, hidden: number): number {
  const inner = m.heads * m.headDim;
  const convolved = inner + 2 * m.groups * m.state;
  const projections = hidden * (inner + convolved + m.heads) + inner * hidden;
  const convolution = convolved * (m.convolution + (m.convolutionBias ? 1 : 0));
  // Decay, skip and step bias per head; one gated norm.
  return projections + convolution + 3 * m.heads + (m.gatedNorm === false ? 0 : inner);
}

/** A compressor of `ratio` tokens into one entry: values, gates, position table and a norm. */
function compressor(hidden: number, dim: number, ratio: number, overlap: boolean | undefined): number {
  const width = (overlap ? 2 : 1) * dim;
  return 2 * hidden * width + ratio * width + dim;
}

function compressed(m: MixerOf<"compressed">, hidden: number): number {
  const queries = m.heads * m.headDim;
  let total = hidden * m.queryRank + m.queryRank + m.queryRank * queries;
  total += hidden * m.headDim + m.headDim;
  total += queries * m.outputRank + m.outputGroups * m.outputRank * hidden;
  if (m.sinks) total += m.heads;
  if (m.ratio && !m.sharedHistory) {
    total += compressor(hidden, m.headDim, m.ratio, m.overlap);
    if (m.index) total += compressor(hidden, m.index.dim, m.ratio, m.overlap);
  }
  if (m.index && m.ratio && !m.index.shared)
    total += m.queryRank * m.index.heads * m.index.dim + hidden * m.index.heads;
  return total;
}

/** Self-attention and cross attention of the same shape. */
function cross(m: MixerOf<"cross">, hidden: number): number {
  const queries = m.heads * m.headDim;
  const values = m.kvHeads * m.headDim;
  const one = hidden * (queries + 2 * values) + queries * hidden;
  return 2 * (one + (m.bias ? queries + values + hidden : 0));
}

/** Parameters of one layer's mixer: projections, biases, convolutions and its own norms. */
export function mixerParameters(mixer: Mixer, hidden: number): number {
  switch (mixer.kind) {
    case "gqa":
      return gqa(mixer, hidden);
    case "mla":
      return mla(mixer, hidden);
    case "gdn":
      return gdn(mixer, hidden);
    case "kda":
      return kda(mixer, hidden);
    case "lightning":
      return lightning(mixer, hidden);
    case "shortconv":
      return shortConvolution(mixer, hidden);
    case "mamba1":
      return mamba1(mixer, hidden);
    case "mamba2":
      return mamba2(mixer, hidden);
    case "compressed":
      return compressed(mixer, hidden);
    case "cross":
      return cross(mixer, hidden);
    case "none":
      return 0;
  }
}
