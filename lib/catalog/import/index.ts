import { parameters } from "../count/model";
import { type Model, modelSchema } from "../schema";
import { Config } from "./config";
import { ConfigError, isObject, shown } from "./config-error";
import { familyOf } from "./families";
import type { Family, Layer } from "./family";
import { plainLayers } from "./hybrid-layers";
import { identityOf } from "./identity";
import { fromOriginalMamba } from "./original-mamba";
import { quantizationsOf, releasedFormats } from "./released-formats";
import { readSafetensorsIndex, type StoredWeights } from "./safetensors-index";
import { cacheFormat } from "./schemes";
import { shapeOf } from "./shape";
import { otherParts, textPart } from "./text-part";

/** A model with everything that was assumed, or the field that stands in the way. */
export type ModelReading =
  | { ok: true; model: Model; notes: string[] }
  | { ok: false; field: string; message: string };

export type ImportOptions = {
  /** What to call the model; a repository's name ("org/model") is kept as such. */
  name?: string | undefined;
  /** The parsed model.safetensors.index.json beside the configuration. */
  safetensorsIndex?: unknown;
  /** The parsed hf_quant_config.json beside the configuration. */
  quantConfig?: unknown;
};

/** More layers than any network has; laying them out would take for ever. */
const MAX_LAYERS = 4096;

/**
 * Turns a Hugging Face config.json, parsed, into a catalog record whose counts are exact. Reads the language model
 * of multimodal files. Never throws: an unknown architecture or a missing field is a message.
 */
export function importModel(config: unknown, options: ImportOptions = {}): ModelReading {
  try {
    return { ok: true, ...read(config, options) };
  } catch (error) {
    if (error instanceof ConfigError) return { ok: false, field: error.field, message: error.message };
    throw error;
  }
}

function read(given: unknown, options: ImportOptions): { model: Model; notes: string[] } {
  if (!isObject(given))
    throw new ConfigError("config", `expected the object of a config.json, got ${shown(given)}`);
  const notes = new Set<string>();
  const original = fromOriginalMamba(given);
  if (original) notes.add("A file of Mamba's own repository: what it leaves out is taken from that code");
  const file = original ?? given;
  const { values, path } = textPart(file);
  const { type, family, note } = familyOf(
    [values, file].map((part) => ({
      type: own(part, "model_type"),
      architectures: own(part, "architectures"),
    })),
  );
  if (note) notes.add(note);
  const whole = new Config(file, "", notes);
  const config = new Config(values, path, notes, family.presets);
  for (const field of family.refused ?? []) {
    if (config.has(field) && config.raw(field) !== false && config.raw(field) !== 0) {
      config.refuse(field, `is not supported for ${type}`);
    }
  }
  const quantizations = quantizationsOf(config, whole, besideOf(options.quantConfig, notes));
  const named = /fp8|nvfp4|mxfp4|int[48]|awq|gptq|w[48]a(16|8|4)/i.exec(options.name ?? "");
  if (named && quantizations.length === 0) {
    notes.add(
      `The name says ${named[0]}, but there is no quantization_config: weights taken as stored in 16 bits, unless hf_quant_config.json is given too`,
    );
  }
  const others = otherParts(file);
  if (others.length > 0) notes.add(`The language model alone is counted, without ${others.join(", ")}`);
  const stored =
    options.safetensorsIndex === undefined ? undefined : readSafetensorsIndex(options.safetensorsIndex);

  const layers = layersOf(config, family);
  const cache = quantizations.map(cacheFormat).find((format) => format !== undefined);
  const model = {
    ...identityOf(file, type, family, options.name),
    ...shapeOf(config, whole, family, layers, stored),
    weightsAsReleased: releasedFormats(config, whole, layers, quantizations[0]),
    ...(cache ? { cacheAsReleased: cache } : {}),
  };
  const checked = modelSchema.safeParse(model);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ConfigError(issue?.path.join(".") || "config", issue?.message ?? "makes no model");
  }
  if (stored) compare(checked.data, stored, notes);
  return { model: checked.data, notes: [...notes] };
}

function besideOf(file: unknown, notes: Set<string>): Config | undefined {
  if (file === undefined) return undefined;
  if (!isObject(file) || !isObject(file.quantization))
    throw new ConfigError("hf_quant_config.json", "expected an object with quantization");
  return new Config(file, "hf_quant_config.", notes);
}

const own = (part: Readonly<Record<string, unknown>>, key: string) =>
  Object.hasOwn(part, key) ? part[key] : undefined;

function layersOf(config: Config, family: Family): Layer[] {
  for (const field of ["num_hidden_layers", "decoder_layers"]) {
    const count = config.optional(field) ?? 0;
    if (count > MAX_LAYERS) config.refuse(field, `expected at most ${MAX_LAYERS}, got ${count}`);
  }
  return (family.layers ?? plainLayers)(config, family);
}

/** Sets what the weight files hold beside what was counted. */
function compare(model: Model, stored: StoredWeights, notes: Set<string>): void {
  const counted = parameters(model).total;
  const perParameter = (stored.bytes / counted).toPrecision(3);
  notes.add(
    `The weight files hold ${stored.bytes} B, ${perParameter} B for each of the ${counted} parameters counted`,
  );
  if (stored.parameters !== undefined && stored.parameters !== counted) {
    notes.add(`The weight files hold ${stored.parameters} values, ${counted} were counted`);
  }
}
