import type { Ffn, FfnOf } from "../ffn";

/** Parameters of one layer's feed-forward part, by what happens to them when a token passes. */
export type FfnParameters = {
  /** Every token reads these: a dense part. */
  dense: number;
  /** Shared experts and their gate: every token reads these too. */
  shared: number;
  /** All routed experts together. */
  experts: number;
  /** The routed experts that one token reads. */
  activeExperts: number;
  /** Router, its biases, and projections around the experts. */
  router: number;
};

const matrices = (gated: boolean) => (gated ? 3 : 2);

function dense(ffn: FfnOf<"dense">, hidden: number): FfnParameters {
  const bias = ffn.bias ? (matrices(ffn.gated) - 1) * ffn.width + hidden : 0;
  const total = matrices(ffn.gated) * hidden * ffn.width + bias;
  return { dense: total, shared: 0, experts: 0, activeExperts: 0, router: 0 };
}

function moe(ffn: FfnOf<"moe">, hidden: number): FfnParameters {
  const input = ffn.latent ?? hidden;
  const bias = ffn.expertBias ? (matrices(ffn.gated) - 1) * ffn.width + hidden : 0;
  const expert = matrices(ffn.gated) * input * ffn.width + bias;
  const gate = ffn.sharedGate ? hidden : 0;
  const latent = ffn.latent ? 2 * hidden * ffn.latent + (ffn.latentNorm ? ffn.latent : 0) : 0;
  return {
    dense: matrices(ffn.gated) * hidden * (ffn.denseWidth ?? 0),
    shared: ffn.shared ? matrices(ffn.gated) * hidden * ffn.shared + gate : 0,
    experts: ffn.experts * expert,
    activeExperts: ffn.perToken * expert,
    router: hidden * ffn.experts + (ffn.routerBias ? ffn.experts : 0) + (ffn.routerExtra ?? 0) + latent,
  };
}

/** Parameters of one layer's feed-forward part. */
export function ffnParameters(ffn: Ffn, hidden: number): FfnParameters {
  switch (ffn.kind) {
    case "dense":
      return dense(ffn, hidden);
    case "moe":
      return moe(ffn, hidden);
    case "none":
      return { dense: 0, shared: 0, experts: 0, activeExperts: 0, router: 0 };
  }
}
