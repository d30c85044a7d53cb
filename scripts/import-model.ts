// `npm run -s import-model -- config.json [hf_quant_config.json] [model.safetensors.index.json]`: prints the record with its counts as JSON.
import { basename, dirname, resolve } from "node:path";
import { countsOf, importFromFiles, isIndex, nameFromFile } from "@/lib/catalog/import/from-files";
import { parseConfigJson } from "@/lib/catalog/import/parse-json";
import { readSafetensorsIndex } from "@/lib/catalog/import/safetensors-index";
import { givenText } from "./given-text";

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readText(path: string): string {
  try {
    return givenText(path);
  } catch (error) {
    return fail(`${path}: cannot be read: ${(error as Error).message}`);
  }
}

function readJson(path: string): unknown {
  const reading = parseConfigJson(readText(path));
  return reading.ok ? reading.value : fail(`${path}: ${reading.message}`);
}

const [configPath, ...besidePaths] = process.argv.slice(2);
if (configPath === undefined) {
  fail("Usage: npm run -s import-model -- config.json [hf_quant_config.json] [model.safetensors.index.json]");
}

const name = nameFromFile(basename(configPath)) ?? basename(dirname(resolve(configPath)));
const given = [configPath, ...besidePaths].map((path) => ({ name: basename(path), text: readText(path) }));
const reading = importFromFiles(given, name);
if (!reading.ok) fail(`${configPath}: ${reading.field}: ${reading.message}`);
const safetensorsIndex = besidePaths.map(readJson).find(isIndex);

const counts = {
  ...countsOf(reading.model),
  ...(safetensorsIndex === undefined ? {} : { weightBytes: readSafetensorsIndex(safetensorsIndex).bytes }),
};
console.log(JSON.stringify({ ...reading.model, ...counts, importNotes: reading.notes }, null, 2));
