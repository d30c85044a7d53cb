import type { Settled } from "../bind";
import { activationBytes, freeBytes, runningKvBytes, weightBytes } from "../formulas/memory";
import { runtimeBytes } from "../inputs";

/** One part of an accelerator's memory, in bytes. */
export interface MemoryPart {
  readonly part: "weights" | "activations" | "kv" | "runtime" | "free";
  readonly bytes: number;
}

const PARTS = {
  weights: weightBytes,
  activations: activationBytes,
  kv: runningKvBytes,
  runtime: runtimeBytes,
  free: freeBytes,
} as const satisfies Record<MemoryPart["part"], unknown>;

/** Divides the memory of one accelerator. The cache is that of the running batch; parts may exceed what there is. */
export function memoryParts({ image }: Settled): MemoryPart[] {
  return Object.entries(PARTS).map(([part, quantity]) => ({
    part: part as MemoryPart["part"],
    bytes: image.value(quantity),
  }));
}
