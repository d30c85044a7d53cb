import type { Figure } from "@/lib/catalog/schema";
import type { Option } from "@/lib/scenario";
import type { KnownAccelerator } from "./deployment";
import { figureShare, peakShare } from "./figure-share";
import { type Result, refuse } from "./verdict";

/** What one of several instances of an accelerator has of it: shares of its compute and of its memory with its bandwidth. */
interface Slice {
  readonly compute: number;
  readonly memory: number;
  readonly said: string;
}

/** A profile of MIG: up to so many of it fit an accelerator, each with so many of the slices of compute and of memory. */
interface Profile {
  readonly most: number;
  readonly compute: number;
  readonly memory: number;
}

/**
 * By how many instances an accelerator can be cut into: into how many slices its compute and its memory are, and the
 * profiles without media extensions, the largest first. Bandwidth goes with the slices of memory.
 * Source: nvidia-mig-guide
 */
const PROFILES: Readonly<
  Record<number, { readonly compute: number; readonly memory: number; readonly profiles: readonly Profile[] }>
> = {
  7: {
    compute: 7,
    memory: 8,
    profiles: [
      { most: 1, compute: 7, memory: 8 },
      { most: 2, compute: 3, memory: 4 },
      { most: 3, compute: 2, memory: 2 },
      { most: 4, compute: 1, memory: 2 },
      { most: 7, compute: 1, memory: 1 },
    ],
  },
  4: {
    compute: 4,
    memory: 4,
    profiles: [
      { most: 1, compute: 4, memory: 4 },
      { most: 2, compute: 2, memory: 2 },
      { most: 4, compute: 1, memory: 1 },
    ],
  },
};

/** Whether several instances are on one accelerator. */
export const isShared = ({ instances = 1 }: Pick<Option, "instances">): boolean => instances > 1;

/**
 * The accelerator as one of an option's instances has it. Instances that share by time are taken to be busy all of them,
 * so that each has an equal part; MIG gives each the largest profile of which there are so many. What an operator takes
 * that does not hang on its size, launches above all, each instance takes for itself. Refuses what cannot be shared so.
 */
export function instanceOf(
  accelerator: KnownAccelerator,
  { instances = 1, partition, tp, pp, dp }: Option,
): Result<KnownAccelerator> {
  if (instances === 1) return accelerator;
  if (tp * pp * dp > 1)
    return refuse(
      "layout",
      `${instances} instances share one accelerator, and a replica has ${tp * pp * dp} accelerators`,
      "instances",
      [
        { label: "One instance an accelerator", patch: { instances: undefined } },
        { label: "1 accelerator a replica", patch: { tp: 1, pp: 1, dp: 1, ep: 1 } },
      ],
    );
  const slice = partition === "mig" ? sliceOf(accelerator, instances) : byTime(instances);
  return "feasible" in slice ? slice : sliced(accelerator, slice);
}

const byTime = (instances: number): Slice => ({
  compute: 1 / instances,
  memory: 1 / instances,
  said: `a ${instances === 2 ? "half" : `1/${instances}`} while ${instances} instances are busy`,
});

function sliceOf({ name, mig }: KnownAccelerator, instances: number): Result<Slice> {
  const cut = mig && PROFILES[mig.value];
  const byTimeInstead = { label: "Instances that share by time", patch: { partition: undefined } };
  if (!cut) return refuse("layout", `${name} is not known to have MIG`, "partition", [byTimeInstead]);
  const profile = cut.profiles.find(({ most }) => most >= instances);
  if (!profile) {
    const most = mig.value;
    return refuse("layout", `MIG cuts ${name} into at most ${most} instances`, "instances", [
      { label: `${most} instances`, patch: { instances: most } },
      byTimeInstead,
    ]);
  }
  const { compute, memory } = profile;
  return {
    compute: compute / cut.compute,
    memory: memory / cut.memory,
    said: `MIG ${compute}g: ${compute}/${cut.compute} of the compute, ${memory}/${cut.memory} of the memory and its bandwidth`,
  };
}

/** The accelerator with the shares of its figures that an instance has. */
function sliced(accelerator: KnownAccelerator, { compute, memory, said }: Slice): KnownAccelerator {
  const part = <F extends Figure>(figure: F, share: number): F =>
    figureShare(figure, share, `an instance has ${said}`);
  const { memoryReported, halfSumRate, peak } = accelerator;
  return {
    ...accelerator,
    memory: part(accelerator.memory, memory),
    memoryBandwidth: part(accelerator.memoryBandwidth, memory),
    ...(memoryReported ? { memoryReported: part(memoryReported, memory) } : {}),
    ...(halfSumRate ? { halfSumRate: part(halfSumRate, compute) } : {}),
    peak: peakShare(peak, compute, `an instance has ${said}`),
  };
}
