import type { Config } from "./config";
import { shown } from "./config-error";

/** Formats by the group their scales share and by whether it has a zero point; others take the nearest, with a note. */
function fourBits(config: Config, group: number | undefined, method: string): string {
  const narrow = group !== undefined && group > 0 && group <= 32;
  if (!narrow && group !== 128)
    config.note(`4-bit weights in groups of ${group ?? "a row"} are counted as groups of 128`);
  if (config.raw("symmetric") === true || config.raw("sym") === true || config.raw("zero_point") === false)
    return narrow ? "int4-sym-g32" : "int4-sym-g128";
  if (method === "awq") return "int4-awq-g128";
  return narrow ? "int4-gptq-g32" : "int4-gptq-g128";
}

/** The format of integer weights of some bits, whose scales share a group. */
function integers(config: Config, bits: unknown, group: number | undefined, method: string): string {
  if (bits === 4) return fourBits(config, group, method);
  if (bits === 8) return "int8-w8a16";
  if (bits === 3) return "awq3";
  return config.refuse("bits", `weights of ${shown(bits)} bits are not supported`);
}

/** The format of one group of a compressed-tensors or ModelOpt list. */
export function groupFormat(group: Config): string {
  const weights = group.part("weights") ?? group.refuse("weights", "expected an object, it is missing");
  const bits = weights.raw("num_bits");
  const size = weights.optional("group_size");
  const activations = group.part("input_activations");
  if (weights.raw("type") === "float") {
    if (bits === 8)
      return weights.raw("strategy") === "block" || weights.has("block_structure") ? "fp8-block" : "fp8";
    // Without activations of its own a group of NVFP4 keeps them in 16 bits; MXFP4 leaves them to the chip.
    if (bits === 4) return size === 32 ? "mxfp4" : activations ? "nvfp4" : "nvfp4-w4a16";
    return weights.refuse("num_bits", `floating-point weights of ${shown(bits)} bits are not supported`);
  }
  if (bits === 8 && activations) return "int8";
  return integers(weights, bits, size, "gptq");
}

/** ModelOpt's algorithms, W-A: the bits of weights and activations. Its 4-bit integers have no zero points. */
const MODELOPT = new Map([
  ["FP8", "fp8"],
  ["FP8_PER_CHANNEL_PER_TOKEN", "fp8"],
  ["FP8_PB_WO", "fp8-block"],
  ["FP8_BLOCK_SCALES", "fp8-block"],
  ["FP8_2D_BLOCKWISE_WEIGHT_ONLY", "fp8-block"],
  ["MXFP8", "mxfp8"],
  ["NVFP4", "nvfp4"],
  ["NVFP4_AWQ", "nvfp4"],
  ["NVFP4_ARC", "nvfp4"],
  ["NVFP4_SVD", "nvfp4"],
  ["W4A16_NVFP4", "nvfp4-w4a16"],
  ["W4A8_NVFP4_FP8", "nvfp4-a8"],
  ["MXFP4", "mxfp4"],
  ["W4A16_MXFP4", "mxfp4-w4a16"],
  ["W4A8_MXFP4_FP8", "mxfp4-a8"],
  ["W4A8_MXFP4_MXFP8", "mxfp4-a8"],
  ["INT4_AWQ", "int4-sym-g128"],
  ["W4A16_AWQ", "int4-sym-g128"],
  ["W4A8_AWQ", "int4-sym-a8"],
  ["W4A16", "int4-gptq-g128"],
  ["W4A16_GPTQ", "int4-gptq-g128"],
  ["W8A16", "int8-w8a16"],
  ["W8A16_GPTQ", "int8-w8a16"],
  ["INT8_SQ", "int8"],
  ["W8A8_SQ_PER_CHANNEL", "int8"],
  ["W8A8_SQ_PER_CHANNEL_PER_TOKEN_PLUGIN", "int8"],
]);
/** Algorithms that leave a module as it was. */
const UNQUANTISED: ReadonlySet<unknown> = new Set([undefined, "NO_QUANT", "UNQUANTIZED", "NONE"]);

/** The format of a ModelOpt algorithm; `plain` where it quantises nothing. */
export function modelOptFormat(config: Config, plain: string): string {
  const algorithm = config.raw("quant_algo");
  if (UNQUANTISED.has(algorithm)) return plain;
  const format = typeof algorithm === "string" ? MODELOPT.get(algorithm.toUpperCase()) : undefined;
  if (format === "int4-sym-g128" && config.optional("group_size") === 32) return "int4-sym-g32";
  return format ?? config.refuse("quant_algo", `the algorithm ${shown(algorithm)} is not supported`);
}

/** The format of cached keys and values that a checkpoint was calibrated for, by either way to say it. */
export function cacheFormat(quantization: Config): string | undefined {
  const said = quantization.raw("kv_cache_scheme");
  const algorithm = quantization.raw("kv_cache_quant_algo") ?? said;
  const named = typeof algorithm === "string" ? CACHES.get(algorithm.toUpperCase()) : undefined;
  if (named || typeof said === "string") return named;
  const scheme = quantization.part("kv_cache_scheme");
  if (scheme?.raw("num_bits") === 8) return scheme.raw("type") === "int" ? "int8" : "fp8";
  return scheme?.raw("num_bits") === 4 ? "nvfp4" : undefined;
}
const CACHES = new Map([
  ["FP8", "fp8"],
  ["FP8_AFFINE", "fp8"],
  ["INT8", "int8"],
  ["NVFP4", "nvfp4"],
]);

const QUARK = new Map([
  ["fp8_e4m3", "fp8"],
  ["fp4", "mxfp4"],
  ["int8", "int8"],
  ["int4", "int4-gptq-g128"],
  ["uint4", "int4-gptq-g128"],
]);

/** Quark names the number type of weights in an object of its own. */
function quarkFormat(quantization: Config): string | undefined {
  const type = quantization.part("global_quant_config")?.part("weight")?.raw("dtype");
  return typeof type === "string" ? QUARK.get(type) : undefined;
}

/**
 * The one format of a quantization method that treats all of its matrices alike; undefined for a method that is not
 * known here.
 */
export function methodFormat(quantization: Config): string | undefined {
  const method = quantization.text("quant_method")?.toLowerCase();
  const group = groupSize(quantization);
  const bits = quantization.raw("bits") ?? quantization.raw("w_bit");
  switch (method) {
    case "fp8":
    case "fbgemm_fp8":
      return quantization.has("weight_block_size") ? "fp8-block" : "fp8";
    case "mxfp4":
      return "mxfp4";
    case "awq":
    case "gptq":
    case "gptqmodel":
    case "awq_marlin":
    case "gptq_marlin":
    case "auto-round":
    case "intel/auto-round":
      return integers(quantization, bits, group, method.startsWith("awq") ? "awq" : "gptq");
    case "bitsandbytes":
      return quantization.flag("load_in_4bit") || quantization.flag("_load_in_4bit") ? "nf4" : "int8-w8a16";
    case "quark":
      return quarkFormat(quantization);
    default:
      return method === undefined && bits !== undefined
        ? integers(quantization, bits, group, "gptq")
        : undefined;
  }
}

/** A group of -1 is a whole row. */
function groupSize(quantization: Config): number | undefined {
  const size = quantization.raw("group_size") ?? quantization.raw("q_group_size");
  return typeof size === "number" && size > 0 ? size : undefined;
}
