import type { Accelerator } from "@/lib/catalog/schema";
import type { ArchitectureConstants, GlobalConstants } from "./constants";
import { changed, type Made, type MadeOf, product } from "./made";

/** Memory that has no bits of its own for error-correcting codes; HBM and GDDR7 have. */
const WITHOUT_CODES = /^GDDR6/;
/** By definition of GB and GiB: memory of GDDR chips is stated in the one and built in the other. */
const BUILT = 2 ** 30 / 1e9;

/**
 * The share of the memory, and of its bandwidth, that codes among the data leave: a driver that reports so much less
 * than the chips hold keeps them on. Undefined where they take none, or nothing is reported.
 */
export function dataShare(
  { memory, memoryReported, memoryType }: Accelerator,
  { codeShare }: Pick<MadeOf<GlobalConstants>, "codeShare">,
): Made | undefined {
  if (!memoryReported || !WITHOUT_CODES.test(memoryType ?? "")) return undefined;
  const left = memoryReported.value / (memory.value * BUILT);
  return left < 1 - codeShare.value / 2
    ? changed(
        codeShare,
        (value) => 1 - value,
        (how) => `(1 − ${how})`,
      )
    : undefined;
}

/** The architecture's efficiencies where codes take their share of every stream. */
export function besideCodes(
  constants: MadeOf<ArchitectureConstants>,
  accelerator: Accelerator,
  global: MadeOf<GlobalConstants>,
): MadeOf<ArchitectureConstants> {
  const share = dataShare(accelerator, global);
  if (!share) return constants;
  const { streamEfficiency, cacheEfficiency } = constants;
  return {
    ...constants,
    streamEfficiency: product(streamEfficiency, share),
    cacheEfficiency: product(cacheEfficiency, share),
  };
}
