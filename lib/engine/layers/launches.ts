import type { Mixer } from "@/lib/catalog/schema";
import type { GlobalConstants } from "../constants";
import { type Made, type MadeOf, sum } from "../made";

/**
 * Kernels that a mixer launches for each layer beyond those of plain attention (norm, query-key-value product,
 * rotation and write to the cache, attention, output product), which a stack's time per layer holds. Those of latent
 * attention and of shared experts are not counted: servers fuse them or run them beside the others, and measurements
 * know nothing of them.
 */
export function extraKernels(mixer: Mixer, global: MadeOf<GlobalConstants>): Made | undefined {
  switch (mixer.kind) {
    case "gqa":
      if (mixer.qkNorm && mixer.outputGate) return sum(global.queryNormKernels, global.gateKernels);
      return mixer.qkNorm ? global.queryNormKernels : mixer.outputGate ? global.gateKernels : undefined;
    case "gdn":
    case "kda":
      return global.recurrentKernels;
    case "mamba1":
    case "mamba2":
      return global.stateSpaceKernels;
    default:
      return undefined;
  }
}
