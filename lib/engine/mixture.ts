import type { Model } from "@/lib/catalog/schema";

/** Whether any layer of a model sends each token to some of its experts. */
export const isMixture = ({ layers }: Pick<Model, "layers">): boolean =>
  layers.some(({ ffn }) => ffn.kind === "moe");
