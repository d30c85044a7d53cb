import type { Accelerator } from "@/lib/catalog/schema";
import type { ArchitectureConstants, GlobalConstants } from "./constants";

/** Memory that has no bits of its own for error-correcting codes; HBM and GDDR7 have. */
const WITHOUT_CODES = /^GDDR6/;
/** By definition of GB and GiB: memory of GDDR chips is stated in the one and built in the other. */
const BUILT = 2 ** 30 / 1e9;

/**
 * The share of the memory, and of its bandwidth, that codes among the data leave: a driver that reports so much less
 * than the chips hold keeps them on. 1 where nothing is reported.
 */
export function dataShare(
  { memory, memoryReported, memoryType }: Accelerator,
  { codeShare }: Pick<GlobalConstants, "codeShare">,
): number {
  if (!memoryReported || !WITHOUT_CODES.test(memoryType ?? "")) return 1;
  const left = memoryReported.value / (memory.value * BUILT);
  return left < 1 - codeShare / 2 ? 1 - codeShare : 1;
}

/** The architecture's efficiencies where codes take their share of every stream. */
export function besideCodes(
  constants: ArchitectureConstants,
  accelerator: Accelerator,
  global: GlobalConstants,
): ArchitectureConstants {
  const share = dataShare(accelerator, global);
  if (share === 1) return constants;
  const { streamEfficiency, cacheEfficiency } = constants;
  return {
    ...constants,
    streamEfficiency: share * streamEfficiency,
    cacheEfficiency: share * cacheEfficiency,
  };
}
