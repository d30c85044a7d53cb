import type { Mixer } from "@/lib/catalog/schema";
import type { GlobalConstants } from "../constants";

/**
 * Kernels that a mixer launches for each layer beyond those of plain attention (norm, query-key-value product,
 * rotation and write to the cache, attention, output product), which a stack's time per layer holds. Those of latent
 * attention and of shared experts are not counted: servers fuse them or run them beside the others, and measurements
 * know nothing of them.
 */
export function extraKernels(mixer: Mixer, global: GlobalConstants): number {
  switch (mixer.kind) {
    case "gqa":
      return (mixer.qkNorm ? global.queryNormKernels : 0) + (mixer.outputGate ? global.gateKernels : 0);
    case "gdn":
    case "kda":
      return global.recurrentKernels;
    case "mamba1":
    case "mamba2":
      return global.stateSpaceKernels;
    default:
      return 0;
  }
}
