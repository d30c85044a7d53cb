// `npm run -s estimate -- scenario.json` (or - for standard input) prints what POST /api/v1/estimate answers.
import { lookupFor } from "@/app/catalog-lookup";
import { estimate, UnknownRecord } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { givenText } from "./given-text";

/** Ends with code 1 and one line a fault, each with the path of its field. */
function refuse(errors: readonly { path: string; message: string }[]): never {
  for (const { path, message } of errors) console.error(`${path || "scenario"}: ${message}`);
  process.exit(1);
}

function readText(name: string): string {
  try {
    return givenText(name);
  } catch (error) {
    return refuse([{ path: name, message: (error as Error).message }]);
  }
}

function readJson(name: string): unknown {
  try {
    return JSON.parse(readText(name));
  } catch (error) {
    return refuse([{ path: name, message: `not JSON: ${(error as Error).message}` }]);
  }
}

const [name, ...more] = process.argv.slice(2);
if (name === undefined || more.length > 0) {
  console.error("Usage: npm run -s estimate -- scenario.json   (or - to read standard input)");
  process.exit(1);
}
const reading = parseScenario(readJson(name));
if (!reading.ok) refuse(reading.errors);
try {
  process.stdout.write(`${JSON.stringify(estimate(reading.scenario, lookupFor(reading.scenario)))}\n`);
} catch (error) {
  if (error instanceof UnknownRecord) refuse([error]);
  refuse([{ path: "", message: `cannot be estimated: ${(error as Error).message}` }]);
}
