import type { Plan } from "../bind";
import { activationBytes, kvBytesPerSequence, weightBytes } from "../formulas/memory";
import * as q from "../inputs";

/** One part of an accelerator's memory, in bytes. */
export interface MemoryPart {
  readonly part: "weights" | "activations" | "kv" | "runtime" | "free";
  readonly bytes: number;
}

/** Divides the memory of one accelerator. The cache is that of the running batch; parts may exceed what there is. */
export function memoryParts({ image }: Plan): MemoryPart[] {
  const bytes = {
    weights: image.value(weightBytes),
    activations: image.value(activationBytes),
    kv: Math.max(1, image.value(q.rankBatch)) * image.value(kvBytesPerSequence),
    runtime: image.value(q.runtimeBytes),
  };
  const used = Object.values(bytes).reduce((sum, each) => sum + each);
  const free = Math.max(0, image.value(q.memoryCapacity) - used);
  return Object.entries({ ...bytes, free }).map(([part, size]) => ({
    part: part as MemoryPart["part"],
    bytes: size,
  }));
}
