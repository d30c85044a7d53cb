import type { Accelerator, Figure } from "@/lib/catalog/schema";
import type { ArchitectureConstants, StackConstants } from "./constants";
import type { KnownAccelerator } from "./deployment";
import type { Kernel } from "./kernel";
import { changed, least, type Made, type MadeOf, multiple, plain, productWith, quotient, sum } from "./made";

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
  constants: MadeOf<ArchitectureConstants>,
  { attentionPerClock, computeShare, attentionShare }: MadeOf<StackConstants>,
  accelerator: Accelerator,
): MadeOf<ArchitectureConstants> {
  const perSecond = clocks(accelerator);
  const { peak } = accelerator;
  const sixteen = peak.bf16 ?? peak.fp16 ?? peak.fp32;
  const { bf16Efficiency, prefillAttentionEfficiency, decodeAttentionEfficiency } = constants;
  return {
    ...constants,
    bf16Efficiency: productWith(bf16Efficiency, computeShare),
    prefillAttentionEfficiency: productWith(prefillAttentionEfficiency, attentionShare),
    decodeAttentionEfficiency:
      attentionPerClock?.value && perSecond && sixteen
        ? least(
            decodeAttentionEfficiency,
            changed(
              attentionPerClock,
              (perClock) => (perClock * perSecond) / sixteen.value,
              (how) => `${how} × clocks per second / peak rate`,
            ),
          )
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
  { bytesPerClock, weightsPerClock }: MadeOf<StackConstants>,
  accelerator: Accelerator,
  bandwidth: Figure | Made,
): Kernel {
  const perClock =
    bytesPerClock ??
    (weightsPerClock &&
      changed(
        weightsPerClock,
        (weights) => weights * kernel.bytes,
        (how) => `${how} × bytes per weight`,
      ));
  const perSecond = clocks(accelerator);
  if (!perClock?.value || !perSecond) return kernel;
  const streamed = changed(
    perClock,
    (bytes) => bytes * perSecond,
    (how) => `${how} × clocks per second`,
  );
  const most = "of" in bandwidth ? bandwidth : plain(bandwidth.value, "memory bandwidth");
  const reached = quotient(streamed, most);
  return { ...kernel, stream: least(kernel.stream, reached) };
}

/** The accelerator at the rate that its 16-bit products run at under the stack. */
export function withSums(
  accelerator: KnownAccelerator,
  { halfSums }: MadeOf<StackConstants>,
): KnownAccelerator {
  const { halfSumRate, peak } = accelerator;
  if (!halfSums?.value || !halfSumRate) return accelerator;
  return { ...accelerator, peak: { ...peak, fp16: halfSumRate, bf16: halfSumRate } };
}

/**
 * The stack's overheads on this machine: small kernels are quicker on newer chips, stages share the host time of a step in halves, so that what passing it on
 * costs is added twice, and the threads of a CPU wait for each other after every operation.
 */
export function ownOverheads(
  stack: MadeOf<StackConstants>,
  { launchShare }: MadeOf<ArchitectureConstants>,
  stages: number,
  threads: number,
): MadeOf<StackConstants> {
  const { layerTime, expertLayerTime, hostTime, stageTime, threadTime } = stack;
  const waited = threadTime && multiple(threads, threadTime);
  const ofLayer = (time: Made) => {
    const launched = productWith(time, launchShare);
    return waited ? sum(launched, waited) : launched;
  };
  return {
    ...stack,
    layerTime: ofLayer(layerTime),
    expertLayerTime: ofLayer(expertLayerTime),
    hostTime:
      stageTime && stageTime.value > 0 && stages > 1
        ? changed(
            sum(hostTime, multiple(stages - 1, stageTime)),
            (time) => (2 * time) / stages,
            (how) => `2 × ${how} / ${stages}`,
          )
        : hostTime,
  };
}
