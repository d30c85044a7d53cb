import * as z from "zod";

const count = z.int().positive();

const dense = z.strictObject({
  kind: z.literal("dense"),
  width: count,
  /** Three matrices (gate, up, down) instead of two. */
  gated: z.boolean(),
  bias: z.boolean().optional(),
});

const mixture = z.strictObject({
  kind: z.literal("moe"),
  experts: count,
  perToken: count,
  /** Width of one routed expert. */
  width: count,
  gated: z.boolean(),
  /** Total width of the shared experts, which every token passes. */
  shared: count.optional(),
  /** The shared expert's output is weighted by a gate of one row. */
  sharedGate: z.boolean().optional(),
  /** Width of a dense feed-forward part computed beside the experts. */
  denseWidth: count.optional(),
  routerBias: z.boolean().optional(),
  expertBias: z.boolean().optional(),
  /** Further parameters of the router (scales, norms). */
  routerExtra: count.optional(),
  /** Routed experts work on a projection of the hidden state to this width. */
  latent: count.optional(),
  latentNorm: z.boolean().optional(),
});

const moe = mixture.refine(({ experts, perToken }) => perToken <= experts, {
  path: ["perToken"],
  message: "expected at most as many experts per token as there are experts",
});

/** The feed-forward part of a layer. */
export const ffnSchema = z.discriminatedUnion("kind", [
  dense,
  moe,
  z.strictObject({ kind: z.literal("none") }),
]);
export type Ffn = z.infer<typeof ffnSchema>;
export type FfnOf<K extends Ffn["kind"]> = Extract<Ffn, { kind: K }>;
