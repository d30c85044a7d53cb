import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import type * as z from "zod";
import type { Catalog } from "./catalog";
import { keptCatalog } from "./load/kept";
import type { Accelerator, PriceRange } from "./schema";
import * as schema from "./schema";

/** A record that does not fit; the message names file, field and what was expected. */
export class RecordError extends Error {}

type File = { id: string; path: string; content: string };
type ParsedFile = { file: File; toml: Record<string, unknown> };

/** Files of one kind of record, in the order of their names. A kind without records has no folder. */
function filesIn(root: string, folder: string): File[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(".toml"))
    .sort()
    .map((name) => ({
      id: name.slice(0, -".toml".length),
      path: `data/${folder}/${name}`,
      content: readFileSync(join(directory, name), "utf8"),
    }));
}

/** "layers[0].mixer.heads" for a reader of the file. */
function fieldName(path: PropertyKey[]): string {
  return path
    .map((key, position) =>
      typeof key === "number" ? `[${key}]` : position === 0 ? String(key) : `.${String(key)}`,
    )
    .join("");
}

function parsed(file: File): ParsedFile {
  try {
    return { file, toml: parse(file.content) };
  } catch (error) {
    throw new RecordError(`${file.path}: not valid TOML: ${(error as Error).message}`);
  }
}

/** Checks one file against its schema; the id is the file's name. Throws with file, field and what was expected. */
function readRecord<S extends z.ZodType>({ file, toml }: ParsedFile, recordSchema: S): z.infer<S> {
  if ("id" in toml) throw new RecordError(`${file.path}: id: leave it out, the file's name is the id`);
  // Compiling a schema into code pays after hundreds of records; here each sees a few dozen.
  const result = recordSchema.safeParse({ ...toml, id: file.id }, { jitless: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${file.path}: ${fieldName(issue.path) || "record"}: ${issue.message}`,
  );
  throw new RecordError(lines.join("\n"));
}

/** Splits a folder into complete records and those that say what they lack. */
function split<C extends z.ZodType, I extends z.ZodType>(files: File[], complete: C, incomplete: I) {
  const records = files.map(parsed);
  const lacks = ({ toml }: ParsedFile) => "incomplete" in toml;
  return {
    complete: records.filter((record) => !lacks(record)).map((record) => readRecord(record, complete)),
    incomplete: records.filter(lacks).map((record) => readRecord(record, incomplete)),
  };
}

const FOLDERS = [
  "accelerators",
  "models",
  "formats",
  "prices",
  "price-history",
  "api-prices",
  "energy",
  "currencies",
  "regions",
  "market",
  "calibration",
  "presets",
  "levers",
  "days",
  "sources",
  "extracts",
] as const;

type Files = Record<(typeof FOLDERS)[number], File[]>;

function filesUnder(root: string): Files {
  return Object.fromEntries(FOLDERS.map((folder) => [folder, filesIn(root, folder)])) as Files;
}

function versionOf(files: Files): string {
  const hash = createHash("sha256");
  for (const file of Object.values(files).flat()) hash.update(`${file.path}\n${file.content}\n`);
  return hash.digest("hex").slice(0, 12);
}

/** Each accelerator with the published range of what buying it costs, where there is one. */
function withPurchaseRanges(accelerators: Accelerator[], ranges: readonly PriceRange[]): Accelerator[] {
  return accelerators.map((accelerator) => {
    const range = ranges.find(({ what, accelerator: id }) => what === "purchase" && id === accelerator.id);
    if (!range) return accelerator;
    const { low, high, asOf } = range;
    return { ...accelerator, purchaseRange: { low, high, asOf } };
  });
}

function checked(files: Files): Catalog {
  const all = <S extends z.ZodType>(folder: keyof Files, recordSchema: S, keep = (_: File) => true) =>
    files[folder].filter(keep).map((file) => readRecord(parsed(file), recordSchema));
  const accelerators = split(
    files.accelerators,
    schema.acceleratorSchema,
    schema.incompleteAcceleratorSchema,
  );
  const models = split(files.models, schema.modelSchema, schema.incompleteModelSchema);
  const isRange = (file: File) => file.id.startsWith("ranges");
  const priceRanges = all("prices", schema.priceRangesSchema, isRange).flatMap(({ range }) => range);
  return {
    accelerators: withPurchaseRanges(accelerators.complete, priceRanges),
    incompleteAccelerators: accelerators.incomplete,
    models: models.complete,
    incompleteModels: models.incomplete,
    formats: all("formats", schema.formatSchema),
    prices: all("prices", schema.providerPricesSchema, (file) => !isRange(file)).flatMap(schema.filePrices),
    earlierPrices: all("price-history", schema.providerPricesSchema).flatMap(schema.filePrices),
    priceRanges,
    apiPrices: all("api-prices", schema.providerApiPricesSchema).flatMap(schema.apiPricesOf),
    energy: all("energy", schema.energySchema),
    currencies: all("currencies", schema.currencySchema),
    regions: all("regions", schema.cloudRegionsSchema),
    market: all("market", schema.marketSchema),
    calibration: all("calibration", schema.calibrationSchema),
    presets: all("presets", schema.presetSchema),
    days: all("days", schema.daySchema),
    levers: all("levers", schema.leverSchema),
    sources: all("sources", schema.sourceSchema),
    extracts: all("extracts", schema.extractSchema),
    version: versionOf(files),
  };
}

/** Reads and checks every record under `root`. Throws on the first bad file. */
export function readCatalog(root: string): Catalog {
  return checked(filesUnder(root));
}

let read: Catalog | undefined;

/** The catalog of this process: read once, on first use; as the build kept it while no file has changed. */
export function loadCatalog(): Catalog {
  if (!read) {
    const files = filesUnder(join(process.cwd(), "data"));
    // Only a production server runs from a build, and so with the checks that the kept catalog went through.
    const kept = process.env.NODE_ENV === "production" ? keptCatalog(versionOf(files)) : undefined;
    read = kept ?? checked(files);
  }
  return read;
}
