// `npm run -s estimate -- scenario.json` (or - for standard input) prints what POST /api/v1/estimate answers; with
// `--calibration FILE` computed with the constants in it.
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import { answer, UnknownRecord } from "@/lib/engine";
import { readOwnCalibration } from "@/lib/scenario/own-calibration";
import { givenScenario, refuse } from "./given-scenario";
import { givenText } from "./given-text";

const { name, calibration } = asked();
const scenario = calibration ? { ...givenScenario(name), calibration } : givenScenario(name);
try {
  process.stdout.write(`${JSON.stringify(answer(scenario, lookupFor(scenario)))}\n`);
} catch (error) {
  if (error instanceof UnknownRecord) refuse([error]);
  refuse([{ path: "", message: `cannot be estimated: ${(error as Error).message}` }]);
}

/** What the command line asks for; ends the command with its usage when that is not clear. */
function asked() {
  try {
    // JSON is all that it prints, and may be asked for by name.
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean" }, calibration: { type: "string" } },
    });
    const [only, ...more] = positionals;
    if (only !== undefined && more.length === 0)
      return { name: only, calibration: values.calibration && calibrationIn(values.calibration) };
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(
    "Usage: npm run -s estimate -- scenario.json [--calibration FILE]   (or - to read standard input)",
  );
  process.exit(1);
}

/** The calibration in a file that a person named. */
function calibrationIn(file: string) {
  let text = "";
  try {
    text = givenText(file);
  } catch (error) {
    refuse([{ path: file, message: (error as Error).message }]);
  }
  const read = readOwnCalibration(text);
  return "calibration" in read ? read.calibration : refuse([{ path: file, message: read.message }]);
}
