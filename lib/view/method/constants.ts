import type { Calibration } from "@/lib/catalog/schema";
import { quantities } from "@/lib/engine";

type Meaning = { readonly label: string; readonly unit: string };

/** Constants that no quantity of the engine carries the name of. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  bf16Efficiency: { label: "Share of the 16-bit peak rate that products reach", unit: "1" },
  fp8Efficiency: { label: "Share of the FP8 peak rate that products reach", unit: "1" },
  int8Efficiency: { label: "Share of the INT8 peak rate that products reach", unit: "1" },
  fp4Efficiency: { label: "Share of the FP4 peak rate that products reach", unit: "1" },
  streamEfficiency: { label: "Share of the bandwidth reached when weights are streamed", unit: "1" },
  cacheEfficiency: { label: "Share of the bandwidth reached when the KV cache is streamed", unit: "1" },
  prefillAttentionEfficiency: { label: "Share of the 16-bit peak rate, attention of prompts", unit: "1" },
  decodeAttentionEfficiency: { label: "Share of the 16-bit peak rate, attention when decoding", unit: "1" },
  latentAttentionEfficiency: { label: "Share of the 16-bit peak rate, latent attention", unit: "1" },
  expertEfficiency: { label: "Compute efficiency of experts over that of dense products", unit: "1" },
  expandEfficiency: { label: "Compute efficiency left where weights are expanded first", unit: "1" },
  switchReduction: { label: "One where the fabric's switches can add up", unit: "1" },
  layerTime: { label: "Launch gaps and small kernels of one layer", unit: "s" },
  expertLayerTime: { label: "What a layer with experts adds to that", unit: "s" },
  largestTile: { label: "Rows of the largest tile of a grouped product", unit: "1" },
  permutePasses: {
    label: "Times a routed row is read and written on its way to its experts and back",
    unit: "1",
  },
  mixerPasses: { label: "Times a mixer's small kernels read or write the hidden state", unit: "1" },
  ffnPasses: {
    label: "Times a feed-forward part's small kernels read or write the hidden state",
    unit: "1",
  },
  activationPasses: { label: "Times an activation reads or writes its row", unit: "1" },
  scanEfficiency: { label: "Share of the 16-bit peak rate, scans of states over prompts", unit: "1" },
  exchangeLatency: {
    label: "Latency of an exchange between experts' ranks over that of a collective",
    unit: "1",
  },
  computeGain: { label: "Gain over the architecture's efficiency below 16 bits", unit: "1" },
  reductionGain: { label: "Gain of all-reduces inside the fabric's switches", unit: "1" },
  keepsWindows: {
    label: "One where layers with a window keep the whole sequence cached",
    unit: "1",
  },
  bytesPerClock: {
    label: "Bytes of weights that a multiprocessor streams per clock for one vector",
    unit: "B",
  },
  storedProducts: {
    label: "One where products of one vector multiply weights as they are stored",
    unit: "1",
  },
  weightsPerClock: { label: "Weights that a CPU's core multiplies by one vector per clock", unit: "1" },
  threadTime: { label: "What each CPU thread adds to a layer's time to wait for all", unit: "s" },
  attentionPerClock: {
    label: "Operations per clock of a multiprocessor, attention when decoding",
    unit: "FLOP",
  },
  computeShare: { label: "Share of the architecture's compute efficiency that products reach", unit: "1" },
  attentionShare: {
    label: "Share of the architecture's compute efficiency, attention of prompts",
    unit: "1",
  },
  halfSums: { label: "One where 16-bit products are summed in 16 bits", unit: "1" },
  stageTime: { label: "Host time to pass a step on to the next pipeline stage", unit: "s" },
  holdsGathered: {
    label: "One where rows are copied to their experts, with room for the tokens of all attention ranks",
    unit: "1",
  },
  gathersTokens: { label: "One where every attention rank gets the tokens of all", unit: "1" },
  sendsTokens: {
    label: "One where they go to their experts' ranks alone, if those are more than a token's experts",
    unit: "1",
  },
  padsHeads: { label: "One where heads that do not divide evenly are padded", unit: "1" },
  blockScaleEfficiency: { label: "Compute efficiency left with FP8 block scales", unit: "1" },
  indexTime: { label: "Time of a sparse-attention indexer per layer", unit: "s" },
  queryNormKernels: { label: "Kernels that norms of queries and keys add to a layer", unit: "1" },
  gateKernels: { label: "Kernels that a gate on attention adds to a layer", unit: "1" },
  recurrentKernels: { label: "Kernels of a recurrent mixer beyond those of attention", unit: "1" },
  stateSpaceKernels: { label: "Kernels of a state space beyond those of attention", unit: "1" },
  codeShare: { label: "Share of GDDR6 and its bandwidth that error-correcting codes take", unit: "1" },
  kernelTime: { label: "Time of a small kernel beyond those of a plain layer", unit: "s" },
  quantiseTime: { label: "Time to scale a product's activations by block", unit: "s" },
  launchShare: { label: "Time of small kernels, relative to Hopper's", unit: "1" },
  sharing: { label: "How PCIe ranks share what they cross: b(n) = b (2 / n)^γ", unit: "1" },
  expandStream: { label: "Bandwidth left where weights are expanded first", unit: "1" },
  decodePowerShare: { label: "Share of the board power drawn while decoding", unit: "1" },
  prefillPowerShare: { label: "Share of the board power drawn while processing prompts", unit: "1" },
  threadBandwidth: { label: "Bandwidth that one thread of a CPU can draw", unit: "B/s" },
  unfitted: { label: "Spread of ln(predicted / measured), assumed where nothing was fitted", unit: "1" },
};

/** One constant as the method page shows it. */
export interface ConstantRow extends Meaning {
  readonly id: string;
  readonly value: number;
  /** What it was expected to be before the fit; absent where it was never fitted. */
  readonly prior?: number;
  /** Why it is what it is, where it was never fitted and the record says so. */
  readonly reason?: string;
  /** The bound the fit kept to. */
  readonly most?: number;
  /** It is a quantity of the engine and has an entry of that name. */
  readonly linked: boolean;
}

/** A spread of residuals: what was served, what was measured, and how near. */
const SPREAD = /^(dense|mixture|other)(Tpot|Ttft|Rate)(Measured|Family|Chip|Architecture)$/;
const SERVED: Readonly<Record<string, string>> = {
  dense: "dense models on NVIDIA",
  mixture: "mixtures of experts on NVIDIA",
  other: "other fitted architectures",
};
const MEASURED: Readonly<Record<string, string>> = {
  Tpot: "time per output token",
  Ttft: "time to first token",
  Rate: "throughput of a full batch",
};

const EVIDENCE: Readonly<Record<string, string>> = {
  Measured: "the same model measured on the accelerator",
  Family: "its family measured, not together with the accelerator",
  Chip: "the accelerator measured, not the family",
  Architecture: "only other accelerators of the architecture measured",
};

/** What a constant of a calibration record means: an input of the engine says it itself. Undefined when unknown. */
export function meaningOf(id: string): Meaning | undefined {
  const quantity = quantities.get(id);
  if (quantity?.kind === "input") return quantity;
  const [, served = "", measured = "", evidence = ""] = SPREAD.exec(id) ?? [];
  if (!served) return MEANINGS[id];
  const whose = `${MEASURED[measured]}, ${SERVED[served]}, ${EVIDENCE[evidence]}`;
  return { label: `Spread of ln(predicted / measured): ${whose}`, unit: "1" };
}

/** The constants of a record in its own order. */
export function constantRows({ constants, priors = {}, reasons = {} }: Calibration): ConstantRow[] {
  return Object.entries(constants).map(([id, value]) => {
    const prior = priors[id];
    const reason = reasons[id];
    return {
      id,
      value,
      label: meaningOf(id)?.label ?? id,
      unit: meaningOf(id)?.unit ?? "1",
      linked: quantities.get(id)?.kind === "input",
      ...(prior ? { prior: prior.value } : {}),
      ...(reason ? { reason } : {}),
      ...(prior?.most === undefined ? {} : { most: prior.most }),
    };
  });
}

/** Records of calibration by kind, in the order in which a reader meets them. */
export const CALIBRATION_KINDS: readonly { kind: Calibration["kind"]; label: string }[] = [
  { kind: "global", label: "Laws for everything" },
  { kind: "architecture", label: "Architectures" },
  { kind: "stack", label: "Serving stacks" },
  { kind: "link", label: "Links" },
];
