import { writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { lookupFor } from "@/app/catalog-lookup";
import type { Measurement } from "@/lib/accuracy/measurement";
import type { Names } from "@/lib/accuracy/question";
import { parameters } from "@/lib/catalog/count/model";
import type { Lookup } from "@/lib/engine";
import type { Fitted } from "@/lib/measure/fit-constants";
import { measuredRecords, rowsOf, timedBy } from "@/lib/measure/own";
import type { OwnCalibration } from "@/lib/scenario";
import { asPredicted, ownMeasurements } from "@/lib/scenario/measured";
import { calibrationRows } from "@/lib/view/prove/calibration-rows";
import { ownFit } from "@/lib/view/prove/own-fit";
import { catalogNames, wholeLookup } from "./catalog-lookup";
import { givenPath } from "./given-path";
import { givenScenario } from "./given-scenario";
import { givenTable, notRead } from "./given-table";

const USAGE =
  "usage: npm run calibrate -- --with FILE.csv|PLAN.json [--fit accelerator|stack|both] [--name NAME] [--out FILE.json]";
const FITS: readonly Fitted[] = ["accelerator", "stack", "both"];

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

/**
 * Fits constants to a person's own measurements, a table of the shape of data/benchmarks or the runs that a plan keeps,
 * prints what they change, and writes a calibration that a plan or `npm run -s estimate -- … --calibration` takes. The
 * catalog stays as it is.
 */
export function calibrateWith(options: readonly string[]): void {
  const { file, what, name, out } = asked(options);
  const { rows, lookup, names } = extname(file) === ".json" ? runsOfPlan(file) : rowsOfTable(file);
  const answer = ownFit(rows, lookup, names, what);
  if (!answer.ok) refuse(`${file}: ${answer.reason}`);
  for (const { label, of, before, now, spread, runs } of calibrationRows(answer.constants, lookup))
    console.log(`${of}: ${label}: ${before} → ${now} (${spread}, ${runs} runs)`);
  for (const { label, count, before, after } of answer.metrics)
    console.log(`${label}, ${count} measurements: median error ${before} → ${after}`);
  const calibration: OwnCalibration = {
    name,
    asOf: new Date().toISOString().slice(0, 10),
    constants: answer.constants,
  };
  writeFileSync(givenPath(out), `${JSON.stringify(calibration, null, 2)}\n`);
  console.log(`${out} is written; everything else is held as the catalog has it.`);
}

function asked(options: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: {
        with: { type: "string" },
        fit: { type: "string" },
        name: { type: "string" },
        out: { type: "string" },
      },
    });
    const what = FITS.find((each) => each === (values.fit ?? "both"));
    if (values.with === undefined || !what) return refuse(USAGE);
    const stem = basename(values.with, extname(values.with));
    return {
      file: values.with,
      what,
      name: values.name ?? stem,
      out: values.out ?? `${stem}.calibration.json`,
    };
  } catch (error) {
    return refuse(`${(error as Error).message}\n${USAGE}`);
  }
}

interface Asked {
  readonly rows: readonly Measurement[];
  readonly lookup: Lookup;
  readonly names: Names;
}

/** The runs that a plan keeps, with the records that it brings itself. */
function runsOfPlan(file: string): Asked {
  const scenario = givenScenario(file);
  const plain = asPredicted(scenario);
  const lookup = timedBy(lookupFor(plain), plain);
  const rows = ownMeasurements(scenario).flatMap((run) => (run.on ? rowsOf(run) : []));
  return { rows, lookup, names: measuredRecords(lookup, parameters).names };
}

function rowsOfTable(file: string): Asked {
  const { rows, unreadable } = givenTable(file);
  for (const row of unreadable) console.error(`${file}: ${notRead(row)}`);
  return { rows, lookup: { ...wholeLookup, price: () => undefined }, names: catalogNames };
}
