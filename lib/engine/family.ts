import type { Model } from "@/lib/catalog/schema";

/** Families whose generations the catalog keeps together and a judge must not: each is an architecture of its own. */
const GENERATION = /^(?:meta-)?llama-(\d)/;

/** The family that a model's measurements speak for, and that cross-validation leaves out: the catalog's, and of Llama the generation. */
export function modelFamily({ id, family }: Pick<Model, "id" | "family">): string {
  const generation = GENERATION.exec(id)?.[1];
  return generation ? `${family} ${generation}` : family;
}
