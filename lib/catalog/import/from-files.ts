import { cacheBytesPerToken } from "../count/cache";
import { parameters } from "../count/model";
import type { Model } from "../schema";
import { isObject } from "./config-error";
import { importModel, type ModelReading } from "./index";
import { parseConfigJson } from "./parse-json";

/** A file that a person gave: its name, "" for pasted text, and what is in it. */
export type GivenFile = { name: string; text: string };

/** The counts that a person checks an imported model by; bytes with 16-bit keys and values. */
export type ModelCounts = { parametersTotal: number; parametersActive: number; cacheBytesPerToken: number };

/** Counts of a record, worked out anew whenever it is edited. */
export function countsOf(model: Model): ModelCounts {
  const { total, active } = parameters(model);
  return {
    parametersTotal: total,
    parametersActive: active,
    cacheBytesPerToken: cacheBytesPerToken(model, 2),
  };
}

/** What a file's name says about the model: nothing if it is the usual one, else "org__model.json" is org/model. */
export function nameFromFile(name: string): string | undefined {
  const stem = name.replace(/\.json$/i, "").trim();
  return /^(config)?(\s*\(\d+\))?$/i.test(stem) ? undefined : stem.replace("__", "/");
}

/** Whether a parsed file is an index of weight files rather than a configuration. */
export const isIndex = (value: unknown): boolean =>
  isObject(value) &&
  isObject(value.metadata) &&
  (isObject(value.weight_map) || "total_size" in value.metadata);

/** Whether a parsed file says how a checkpoint was quantised (hf_quant_config.json). */
const isQuantConfig = (value: unknown): boolean => isObject(value) && isObject(value.quantization);

/**
 * Reads a configuration and, in any order beside it, the index of its weight files and its hf_quant_config.json. A file that is no JSON is refused
 * under its name; of several configurations the last one given counts.
 */
export function importFromFiles(files: readonly GivenFile[], name?: string): ModelReading {
  let config: { value: unknown; name: string } | undefined;
  let safetensorsIndex: unknown;
  let quantConfig: unknown;
  for (const file of files) {
    const reading = parseConfigJson(file.text);
    if (!reading.ok) return { ok: false, field: file.name || "config.json", message: reading.message };
    if (isIndex(reading.value)) safetensorsIndex = reading.value;
    else if (isQuantConfig(reading.value)) quantConfig = reading.value;
    else config = { value: reading.value, name: file.name };
  }
  if (!config)
    return {
      ok: false,
      field: "config.json",
      message: "expected the configuration of a model, it is missing",
    };
  return importModel(config.value, {
    name: name ?? nameFromFile(config.name),
    safetensorsIndex,
    quantConfig,
  });
}
