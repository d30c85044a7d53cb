import type { KnownCalibration } from "./deployment";
import { type MadeOf, takenFrom } from "./made";

/** Efficiencies of an architecture's kernels, as shares of the datasheet's rates. */
export interface ArchitectureConstants {
  readonly bf16Efficiency: number;
  readonly fp8Efficiency?: number;
  readonly int8Efficiency?: number;
  readonly fp4Efficiency?: number;
  /** Streaming weights. */
  readonly streamEfficiency: number;
  /** Streaming the KV cache. */
  readonly cacheEfficiency: number;
  readonly prefillAttentionEfficiency: number;
  readonly decodeAttentionEfficiency: number;
  readonly latentAttentionEfficiency: number;
  /** Grouped products of experts, relative to a dense product. */
  readonly expertEfficiency: number;
  /** Compute efficiency of kernels that expand weights before they multiply, relative to those that need not. */
  readonly expandEfficiency: number;
  readonly linkEfficiency: number;
  /** Time of its small kernels and of the gaps between them, relative to Hopper's. */
  readonly launchShare?: number;
  /** 1 where the fabric's switches can reduce; the stack's reductionGain says what that brings. */
  readonly switchReduction?: number;
}

/** Overheads of a serving stack, in seconds unless said otherwise. */
export interface StackConstants {
  readonly layerTime: number;
  readonly expertLayerTime: number;
  readonly hostTime: number;
  readonly sequenceTime: number;
  readonly linkLatency: number;
  readonly requestTime: number;
  /** Multiples of the prompt's own prefill time. */
  readonly prefillStretch: number;
  /** Decode steps. */
  readonly pipelineDepth: number;
  readonly clustering: number;
  /** Share of an answer whose cache is reserved on admission; one half where requests are preempted instead. */
  readonly reservedShare?: number;
  /** Gain over the architecture's compute efficiency below 16 bits. */
  readonly computeGain?: number;
  /** Gain of all-reduces in the fabric's switches over the link's bandwidth. */
  readonly reductionGain?: number;
  /** Rows that an expert hit pays for and the bytes of narrow slices, where its kernels differ from those of the servers. */
  readonly tileRows?: number;
  readonly narrowBytes?: number;
  /** Share of time that attention ranks in lock-step work, where it is not that of other stacks. */
  readonly rankBalance?: number;
  /** 1 where layers with a window keep the whole sequence in the cache all the same. */
  readonly keepsWindows?: number;
  /** 1 where every attention rank gets the tokens of all instead of those that its experts are asked for. */
  readonly gathersTokens?: number;
  /** 1 where rows are copied to their experts, and each attention rank has room for the tokens of all. */
  readonly holdsGathered?: number;
  /** 1 where it sends them to those ranks alone over a fabric, if there are more ranks of experts than a token has experts. */
  readonly sendsTokens?: number;
  /** 1 where the fraction of memory is the cache's share of what weights and activations leave free. */
  readonly cacheTakesFree?: number;
  /** 1 where the fraction of memory holds weights and cache, and activations lie outside it. */
  readonly activationsOutside?: number;
  /** 1 where attention heads that do not divide evenly are padded instead of refused. */
  readonly padsHeads?: number;
  /** What its own kernels make of a multiprocessor: bytes of a matrix streamed per clock, and FLOP of decoding attention. */
  readonly bytesPerClock?: number;
  readonly attentionPerClock?: number;
  /** 1 where products of one vector multiply weights as they are stored, by an input of 8 bits, and expand none. */
  readonly storedProducts?: number;
  /** Weights that a CPU's core expands and multiplies by one vector per clock. */
  readonly weightsPerClock?: number;
  /** Shares of the architecture's compute efficiency that products and the attention of prompts reach. */
  readonly computeShare?: number;
  readonly attentionShare?: number;
  /** 1 where 16-bit products are summed in 16 bits, which consumer chips do at a higher rate. */
  readonly halfSums?: number;
  /** Host time to pass a step on from one pipeline stage to the next. */
  readonly stageTime?: number;
  /** What each thread of a CPU adds to the time in which all wait for each other in a layer. */
  readonly threadTime?: number;
}

/** What ranks that meet over the hosts' PCIe reach, and how much less each gets of it the more they are. */
export interface PcieConstants {
  readonly linkEfficiency: number;
  readonly linkLatency: number;
  readonly sharing: number;
}

/** Laws that hold for every architecture and stack. */
export interface GlobalConstants {
  readonly kneeOrder: number;
  /** Bytes of an expert's slice at which half the bandwidth is reached. */
  readonly narrowBytes: number;
  /** How evenly tokens choose experts: the shape of their popularities' gamma distribution, endless for evenly. */
  readonly routingEvenness: number;
  readonly imbalance: number;
  readonly tileRows: number;
  /** Rows of the largest tile that a grouped product works on. */
  readonly largestTile: number;
  readonly blockScaleEfficiency: number;
  readonly indexTime: number;
  readonly clusterOrder: number;
  readonly rankBalance: number;
  /** Times that a routed row is read and written while it is permuted to its experts and back. */
  readonly permutePasses: number;
  /** Times that a mixer's, a feed-forward part's small kernels and an activation function read or write their rows. */
  readonly mixerPasses: number;
  readonly ffnPasses: number;
  readonly activationPasses: number;
  /** Share of the 16-bit peak that the scan of a prompt's states reaches. */
  readonly scanEfficiency: number;
  /** Share of a collective's latency that each doubling of its ranks adds. */
  readonly latencyPerDoubling: number;
  /** Latency of an exchange between experts' ranks over that of a collective. */
  readonly exchangeLatency: number;
  /** Share of the busiest expert group's excess load that finds further experts. */
  readonly excessRead: number;
  /** Share of the bandwidth left to kernels that expand weights as they stream them. */
  readonly expandStream: number;
  /** Seconds that each small kernel takes which a layer launches beyond those of a plain one. */
  readonly kernelTime: number;
  /** Such kernels: for norms of queries and keys, a gate on attention, a recurrent state, a state space. */
  readonly queryNormKernels: number;
  readonly gateKernels: number;
  readonly recurrentKernels: number;
  readonly stateSpaceKernels: number;
  /** Share of a memory, and of its bandwidth, that codes take which have no bits of their own. */
  readonly codeShare: number;
  /** Seconds to scale a product's activations where weights carry a scale for each block. */
  readonly quantiseTime: number;
  readonly poolBalance: number;
  readonly idleShare: number;
  readonly decodePowerShare: number;
  readonly prefillPowerShare: number;
  readonly hostPowerFactor: number;
  /** Bandwidth that one thread of a CPU can draw, B/s. */
  readonly threadBandwidth: number;
  readonly runtimeBytes: number;
}

/** Reads the constants of a record, each with where it is from. Throws, naming record and constant, when a required one is missing. */
export function constantsOf<T>(record: KnownCalibration, required: readonly (keyof T & string)[]): MadeOf<T> {
  const missing = required.find((name) => record.constants[name] === undefined);
  if (missing) throw new Error(`calibration ${record.id}: ${missing} is missing`);
  return takenFrom(record);
}

export const PCIE_REQUIRED = ["linkEfficiency", "linkLatency", "sharing"] as const;

export const ARCHITECTURE_REQUIRED = [
  "bf16Efficiency",
  "streamEfficiency",
  "cacheEfficiency",
  "prefillAttentionEfficiency",
  "decodeAttentionEfficiency",
  "latentAttentionEfficiency",
  "expertEfficiency",
  "expandEfficiency",
] as const satisfies readonly (keyof ArchitectureConstants)[];

export const STACK_REQUIRED = [
  "layerTime",
  "expertLayerTime",
  "hostTime",
  "sequenceTime",
  "linkLatency",
  "requestTime",
  "prefillStretch",
  "pipelineDepth",
  "clustering",
] as const satisfies readonly (keyof StackConstants)[];

export const GLOBAL_REQUIRED = [
  "kneeOrder",
  "narrowBytes",
  "routingEvenness",
  "imbalance",
  "tileRows",
  "largestTile",
  "blockScaleEfficiency",
  "indexTime",
  "clusterOrder",
  "rankBalance",
  "permutePasses",
  "mixerPasses",
  "ffnPasses",
  "activationPasses",
  "scanEfficiency",
  "latencyPerDoubling",
  "exchangeLatency",
  "excessRead",
  "expandStream",
  "quantiseTime",
  "kernelTime",
  "queryNormKernels",
  "gateKernels",
  "recurrentKernels",
  "stateSpaceKernels",
  "codeShare",
  "poolBalance",
  "idleShare",
  "decodePowerShare",
  "prefillPowerShare",
  "hostPowerFactor",
  "threadBandwidth",
  "runtimeBytes",
] as const satisfies readonly (keyof GlobalConstants)[];
