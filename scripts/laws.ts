import type { Lookup } from "@/lib/engine";

/** A law whose worth is asked by leaving it out: what makes it neutral, in constants or in records. */
export interface Law {
  readonly id: string;
  readonly label: string;
  /** Values at which it says nothing, by "record.constant". */
  readonly constants?: Readonly<Record<string, number>>;
  /** The records as they would be without it. */
  readonly without?: (lookup: Lookup) => Lookup;
  /** A formula of lib/engine/formulas/load that is one without it. */
  readonly formula?: "decodingShare";
}

/** Enough for no limit to be felt. */
const ENDLESS = 1e9;
/** Bits that a zero point of four takes in each group of 32 weights. */
const ZERO_POINT_BITS = 4 / 32;
const SYMMETRIC = "int4-sym-g32";

const chips = (lookup: Lookup, field: "cacheCores" | "memoryType"): Lookup => ({
  ...lookup,
  accelerator(id) {
    const { [field]: _, ...chip } = lookup.accelerator(id) ?? {};
    return "id" in chip ? (chip as NonNullable<ReturnType<Lookup["accelerator"]>>) : undefined;
  },
});

/** The laws of the second reading of the physics, and those found since. */
export const LAWS: readonly Law[] = [
  {
    id: "work",
    label: "Work is conserved where prompts need more steps than answers",
    formula: "decodingShare",
  },
  {
    id: "routing",
    label: "Tokens choose experts unevenly",
    constants: { "global.routingEvenness": ENDLESS },
  },
  { id: "narrow", label: "Narrow slices of experts cost bytes", constants: { "global.narrowBytes": 0 } },
  {
    id: "quantise",
    label: "Products with block scales scale activations first",
    constants: { "global.quantiseTime": 0 },
  },
  { id: "sharing", label: "PCIe ranks share what they cross", constants: { "pcie.sharing": 0 } },
  {
    id: "cores",
    label: "Neuron cores keep whole key-value heads",
    without: (lookup) => chips(lookup, "cacheCores"),
  },
  {
    id: "reserved",
    label: "TensorRT-LLM's server reserves whole answers",
    constants: { "trtllm.reservedShare": 0.5 },
  },
  {
    id: "symmetric",
    label: "Symmetric groups of a released format have no zero points",
    without: (lookup) => ({
      ...lookup,
      format(id) {
        const found = lookup.format(id);
        return found && id === SYMMETRIC ? { ...found, bits: found.bits + ZERO_POINT_BITS } : found;
      },
    }),
  },
  {
    id: "launches",
    label: "Small kernels are quicker on Blackwell",
    constants: { "blackwell.launchShare": 1 },
  },
  {
    id: "kernels",
    label: "Norms of queries and keys, gates and scans are kernels",
    constants: { "global.kernelTime": 0 },
  },
  {
    id: "gain",
    label: "TensorRT-LLM's server gains as its offline runs do",
    constants: { "trtllm.computeGain": 1 },
  },
  {
    id: "codes",
    label: "Codes among the data take a sixteenth of GDDR6",
    without: (lookup) => chips(lookup, "memoryType"),
  },
  {
    id: "stored",
    label: "llama.cpp's products of one vector expand no weights with CUDA",
    constants: { "llama-cpp.storedProducts": 0 },
  },
  {
    id: "tiles",
    label: "Tiles of grouped products are half empty",
    constants: { "global.largestTile": 0 },
  },
  {
    id: "sends",
    label: "TensorRT-LLM 1.2 sends tokens where a token cannot need every rank",
    constants: { "trtllm-1.2.sendsTokens": 0, "trtllm.sendsTokens": 0 },
  },
  {
    id: "fraction",
    label: "A memory fraction means what the stack's own flag means",
    constants: {
      "trtllm.cacheTakesFree": 0,
      "trtllm-bench.cacheTakesFree": 0,
      "trtllm-1.2.cacheTakesFree": 0,
      "trtllm-0.14.cacheTakesFree": 0,
      "trtllm-0.9.cacheTakesFree": 0,
      "lmdeploy.cacheTakesFree": 0,
      "sglang.activationsOutside": 0,
    },
  },
  {
    id: "held",
    label: "TensorRT-LLM's attention ranks each have room for the rows of all",
    constants: {
      "trtllm.holdsGathered": 0,
      "trtllm-bench.holdsGathered": 0,
      "trtllm-1.2.holdsGathered": 0,
      "trtllm-0.14.holdsGathered": 0,
      "trtllm-0.9.holdsGathered": 0,
    },
  },
  {
    id: "release",
    label: "vLLM 0.6 on ROCm has a host time of its own",
    constants: { "vllm-0.6.hostTime": 0.0002025 },
  },
  {
    id: "gathers",
    label: "TensorRT-LLM's attention ranks each get the tokens of all",
    constants: { "trtllm-bench.gathersTokens": 0, "trtllm-1.2.gathersTokens": 0, "trtllm.gathersTokens": 0 },
  },
];
