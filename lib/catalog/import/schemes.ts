import type { Config } from "./config";
import { shown } from "./config-error";

/** Formats by the group their scales share; others take the nearest, with a note. */
function fourBits(config: Config, group: number | undefined, method: string): string {
  if (method === "awq") return "int4-awq-g128";
  if (group !== undefined && group > 0 && group <= 32) return "int4-gptq-g32";
  if (group !== 128)
    config.note(`4-bit weights in groups of ${group ?? "a row"} are counted as groups of 128`);
  return "int4-gptq-g128";
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
    if (bits === 4) return size === 32 ? "mxfp4" : "nvfp4";
    return weights.refuse("num_bits", `floating-point weights of ${shown(bits)} bits are not supported`);
  }
  if (bits === 8 && activations) return "int8";
  return integers(weights, bits, size, "gptq");
}

const MODELOPT = new Map([
  ["FP8", "fp8"],
  ["FP8_PER_CHANNEL_PER_TOKEN", "fp8"],
  ["FP8_PB_WO", "fp8-block"],
  ["NVFP4", "nvfp4"],
  ["NVFP4_AWQ", "nvfp4"],
  ["W4A16_AWQ", "int4-awq-g128"],
  ["W4A8_AWQ", "int4-awq-g128"],
  ["INT4_AWQ", "int4-awq-g128"],
  ["INT8_SQ", "int8"],
  ["W8A8_SQ_PER_CHANNEL", "int8"],
  ["MXFP4", "mxfp4"],
  ["MXFP8", "fp8"],
]);

/** The format of a ModelOpt algorithm. */
export function modelOptFormat(config: Config, algorithm: unknown, field = "quant_algo"): string {
  const format = typeof algorithm === "string" ? MODELOPT.get(algorithm.toUpperCase()) : undefined;
  return format ?? config.refuse(field, `the algorithm ${shown(algorithm)} is not supported`);
}

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
