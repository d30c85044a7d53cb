import type { Model } from "../schema";
import type { Config } from "./config";
import { shown } from "./config-error";
import type { Layer } from "./family";
import { ignoredParts } from "./ignored-parts";
import { hasPart, LAYER_PARTS, namedParts, type Part } from "./module-parts";
import { groupFormat, methodFormat, modelOptFormat } from "./schemes";

type Released = Model["weightsAsReleased"];

const TYPES = new Map([
  ["bfloat16", "bf16"],
  ["float16", "fp16"],
  ["half", "fp16"],
  ["float32", "fp32"],
  ["float", "fp32"],
  ["float8_e4m3fn", "fp8"],
]);

/** The plain number type of a file; 16 bits are assumed where it does not say. */
function plainFormat(config: Config, file: Config, quantised: boolean): { format: string; assumed?: string } {
  const named = config.text("torch_dtype") ?? file.text("torch_dtype");
  const format = named === undefined ? undefined : TYPES.get(named.replace(/^torch\./, ""));
  if (format) return { format };
  const why =
    named === undefined ? "names no number type" : `names a number type ${shown(named)} that is not known`;
  const what = quantised ? "what its quantisation leaves out is" : "weights";
  config.note(`The configuration ${why}: ${what} taken as BF16`);
  return { format: "bf16", assumed: `The configuration ${why}; 16 bits assumed` };
}

/**
 * The objects that say how the checkpoint was quantised, the one to go by first: of hf_quant_config.json where it is
 * given, else of the file.
 */
export function quantizationsOf(config: Config, file: Config, beside: Config | undefined): Config[] {
  const given = beside?.part("quantization");
  const inside = [file, config]
    .flatMap((part) => [part.part("quantization_config"), part.part("compression_config")])
    .find((part) => part !== undefined);
  // Where both say it module by module, the configuration may know of a base beneath that the other leaves out.
  const both = inside?.has("quantized_layers") ? [inside, given] : [given, inside];
  return both.filter((part) => part !== undefined);
}

/** The formats in which the checkpoint stores its parts. */
export function releasedFormats(
  config: Config,
  file: Config,
  layers: readonly Layer[],
  quantization: Config | undefined,
): Released {
  const { format: plain, assumed } = plainFormat(config, file, quantization !== undefined);
  if (!quantization) return { default: plain, ...(assumed ? { assumed } : {}) };
  const whole = plain === "fp16" ? "fp16" : "bf16";
  const stored = storedParts(quantization, layers, whole);
  if (stored === undefined) {
    const method = shown(quantization.raw("quant_method") ?? "without a name");
    config.note(`The quantization method ${method} is not known: weights taken as ${whole}`);
    return { default: whole, assumed: `The quantization method ${method} is not known; 16 bits assumed` };
  }
  const byMethod = quantization.raw("quant_method") === "fp8" && !quantization.has("quantized_layers");
  if (config.raw("expert_dtype") === "fp4" && byMethod) stored.set("experts", "mxfp4");
  return summed(stored, layers, whole);
}

/** The format of each part: a method's own, or plain where the file leaves the part alone. */
function storedParts(
  quantization: Config,
  layers: readonly Layer[],
  plain: string,
): Map<Part, string> | undefined {
  const perModule = quantization.part("quantized_layers");
  // What ModelOpt does not name keeps the format that the checkpoint had before.
  const base = (perModule && methodFormat(quantization)) ?? plain;
  const stored = new Map<Part, string>(LAYER_PARTS.map((part) => [part, base]));
  stored.set("head", quantization.flag("lm_head") ? (methodFormat(quantization) ?? plain) : plain);
  const groups = quantization.part("config_groups");
  if (perModule) byModule(perModule, stored, plain);
  else if (groups) byGroup(groups, stored);
  else {
    const format = quantization.has("quant_algo")
      ? modelOptFormat(quantization, plain)
      : methodFormat(quantization);
    if (format === undefined) return undefined;
    // MXFP4 of Transformers converts routed experts alone.
    const parts = quantization.raw("quant_method") === "mxfp4" ? (["experts"] as const) : LAYER_PARTS;
    for (const part of parts) stored.set(part, format);
  }
  for (const part of ignoredParts(quantization, layers)) stored.set(part, part === "head" ? plain : base);
  return stored;
}

/** compressed-tensors: groups of formats, each with the modules it is for; "Linear" is all of them. */
function byGroup(groups: Config, stored: Map<Part, string>): void {
  for (const [, group] of groups.named()) {
    const format = groupFormat(group);
    const targets = (group.list("targets") ?? ["Linear"]).filter((target) => typeof target === "string");
    for (const target of targets) {
      const parts = target === "Linear" ? LAYER_PARTS : targetParts(target);
      for (const part of parts) stored.set(part, format);
    }
  }
}

/** A target names projections of the part it is for. */
function targetParts(target: string): readonly Part[] {
  if (/attn|attention/.test(target)) return ["attention"];
  return namedParts(target).parts.length > 0 ? namedParts(target).parts : ["ffn", "experts", "shared"];
}

/** ModelOpt's mixed precision: a format for each module; the one most modules of a part have. */
function byModule(modules: Config, stored: Map<Part, string>, plain: string): void {
  const votes = new Map<string, { part: Part; format: string; count: number }>();
  for (const [name, module] of modules.named()) {
    const format = modelOptFormat(module, plain);
    for (const part of /attn|mixer\.(in|out|q|k|v|o)_proj/.test(name)
      ? (["attention"] as const)
      : namedParts(name).parts) {
      const vote = votes.get(`${part} ${format}`) ?? { part, format, count: 0 };
      vote.count++;
      votes.set(`${part} ${format}`, vote);
    }
  }
  for (const { part, format } of [...votes.values()].sort((a, b) => a.count - b.count))
    stored.set(part, format);
}

/** The format of most weights as the default, and the parts that differ from it. */
function summed(stored: Map<Part, string>, layers: readonly Layer[], plain: string): Released {
  const present = LAYER_PARTS.filter((part) => layers.some((layer) => hasPart(layer, part)));
  const others = present.filter((part) => part !== "experts");
  const alike = new Set(others.map((part) => stored.get(part)));
  const usual =
    (alike.size === 1 ? [...alike][0] : undefined) ??
    stored.get(present.includes("experts") ? "experts" : "ffn") ??
    plain;
  const differing = [...present, "head" as const].filter((part) => stored.get(part) !== usual);
  return { default: usual, ...Object.fromEntries(differing.map((part) => [part, stored.get(part)])) };
}
