import type { Accelerator } from "@/lib/catalog/schema";
import type { ArchitectureConstants, StackConstants } from "./constants";
import type { KnownAccelerator } from "./deployment";
import type { Kernel } from "./kernel";

/** By definition of the GPUs of most makers: FP32 lanes of a multiprocessor, where the catalog states no other number. */
const LANES = 128;
/** Operations of a multiply-add. */
const MULTIPLY_ADD = 2;

/** Clocks per second of all multiprocessors, or of the cores in use, together; undefined where no vector rate is known. */
function clocks({ peak, lanes, kind }: Accelerator): number | undefined {
  const width = lanes?.value ?? (kind === "cpu" ? undefined : LANES);
  return peak.fp32 && width && peak.fp32.value / (MULTIPLY_ADD * width);
}

/**
 * The architecture's efficiencies as the stack's own kernels reach them: shares of its compute efficiency, and
 * attention whose scores go through memory, which repeats the cache for every query head and gets so many
 * operations done per clock of a multiprocessor.
 */
export function ownEfficiencies(
  constants: ArchitectureConstants,
  { attentionPerClock, computeShare = 1, attentionShare = 1 }: StackConstants,
  accelerator: Accelerator,
): ArchitectureConstants {
  const perSecond = clocks(accelerator);
  const { peak } = accelerator;
  const sixteen = peak.bf16 ?? peak.fp16 ?? peak.fp32;
  const { bf16Efficiency, prefillAttentionEfficiency, decodeAttentionEfficiency } = constants;
  return {
    ...constants,
    bf16Efficiency: bf16Efficiency * computeShare,
    prefillAttentionEfficiency: prefillAttentionEfficiency * attentionShare,
    decodeAttentionEfficiency:
      attentionPerClock && perSecond && sixteen
        ? Math.min(decodeAttentionEfficiency, (attentionPerClock * perSecond) / sixteen.value)
        : decodeAttentionEfficiency,
  };
}

/**
 * A kernel that multiplies a matrix by one vector keeps few loads in flight: a multiprocessor streams so many bytes
 * per clock, which does not fill a memory with much bandwidth for each of them, as HBM. A CPU's core is held up by
 * its instructions and gets through so many weights per clock. `bandwidth` is that of the memory, B/s.
 */
export function ownKernel(
  kernel: Kernel,
  { bytesPerClock, weightsPerClock }: StackConstants,
  accelerator: Accelerator,
  bandwidth: number,
): Kernel {
  const perClock = bytesPerClock ?? (weightsPerClock && weightsPerClock * kernel.bytes);
  const perSecond = clocks(accelerator);
  if (!perClock || !perSecond) return kernel;
  return { ...kernel, stream: Math.min(kernel.stream, (perClock * perSecond) / bandwidth) };
}

/** The accelerator at the rate that its 16-bit products run at under the stack. */
export function withSums(accelerator: KnownAccelerator, { halfSums }: StackConstants): KnownAccelerator {
  const { halfSumRate, peak } = accelerator;
  if (!halfSums || !halfSumRate) return accelerator;
  return { ...accelerator, peak: { ...peak, fp16: halfSumRate, bf16: halfSumRate } };
}

/**
 * The stack's overheads on this machine: small kernels are quicker on newer chips, stages share the host time of a step in halves, so that what passing it on
 * costs is added twice, and the threads of a CPU wait for each other after every operation.
 */
export function ownOverheads(
  stack: StackConstants,
  { launchShare = 1 }: ArchitectureConstants,
  stages: number,
  threads: number,
): StackConstants {
  const { layerTime, expertLayerTime, hostTime, stageTime = 0, threadTime = 0 } = stack;
  return {
    ...stack,
    layerTime: launchShare * layerTime + threadTime * threads,
    expertLayerTime: launchShare * expertLayerTime + threadTime * threads,
    hostTime: stageTime > 0 && stages > 1 ? (2 * (hostTime + stageTime * (stages - 1))) / stages : hostTime,
  };
}
