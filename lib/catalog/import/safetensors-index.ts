import { ConfigError, isObject, shown } from "./config-error";

/** What an index of weight files tells beyond the configuration. */
export type StoredWeights = {
  /** B, all files together. */
  bytes: number;
  /** Values stored, where the index counts them. */
  parameters?: number;
  /** Whether the output head has a table of its own; unknown where the index names no tensors. */
  ownHead?: boolean;
};

const HEAD = /(^|\.)(lm_head|output_layer|embed_out|output)\.weight$|^head\.weight$/;

/** Reads model.safetensors.index.json. Throws with the field that is wrong. */
export function readSafetensorsIndex(index: unknown): StoredWeights {
  if (!isObject(index)) throw new ConfigError("safetensorsIndex", `expected an object, got ${shown(index)}`);
  const metadata = Object.hasOwn(index, "metadata") ? index.metadata : undefined;
  if (!isObject(metadata))
    throw new ConfigError("metadata", `expected an object with total_size, got ${shown(metadata)}`);
  const bytes = positive(metadata, "total_size");
  if (bytes === undefined)
    throw new ConfigError("metadata.total_size", "expected the bytes of all files, it is missing");
  const parameters = positive(metadata, "total_parameters");
  const names = isObject(index.weight_map) ? Object.keys(index.weight_map) : [];
  return {
    bytes,
    ...(parameters ? { parameters } : {}),
    ...(names.length > 0 ? { ownHead: names.some((name) => HEAD.test(name)) } : {}),
  };
}

function positive(metadata: Record<string, unknown>, field: string): number | undefined {
  const value = Object.hasOwn(metadata, field) ? metadata[field] : undefined;
  if (value === undefined || value === null) return undefined;
  // Some tools write the size as 1.6e10 or as text.
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number <= 0) {
    throw new ConfigError(`metadata.${field}`, `expected a whole number above 0, got ${shown(value)}`);
  }
  return number;
}
