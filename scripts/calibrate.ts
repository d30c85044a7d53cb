import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Calibrating, calibrating, slotsOf } from "@/lib/accuracy/calibrate";
import { type Fit, fitConstants } from "@/lib/accuracy/fit";
import { answerAll } from "@/lib/accuracy/predict";
import { releasesOf } from "@/lib/accuracy/releases";
import { errorsOf } from "@/lib/accuracy/statistics";
import { calibrations } from "@/lib/catalog";
import { benchmarkRows } from "./benchmark-rows";
import { catalogNames, wholeLookup } from "./catalog-lookup";
import { reportCrossValidation } from "./cross-validate";
import { calibrateWith } from "./own-calibration";
import { withBasis, withConstants } from "./write-constants";
import { writeUncertainty } from "./write-uncertainty";

/**
 * Fits every constant that has a prior on the measurements with split=calibration, and writes it back into
 * data/calibration. Deterministic: it starts from the priors. With ids of records it fits those alone and keeps
 * the others as they are. npm run calibrate [-- --dry] [record ...]
 *
 * With --cv it fits on all measurements, then again without each family of models, writes no constant, and records
 * how well each family was foretold without it, and the ranges that follow. npm run calibrate -- --cv [--dry]
 *
 * With --with it fits a person's own measurements into a calibration of their own (own-calibration.ts).
 */
const SIGNIFICANT = 4;

const options = process.argv.slice(2);
if (options.some((option) => /^--with(=|$)/.test(option))) {
  calibrateWith(options);
  process.exit();
}
const dry = options.includes("--dry");
const asked = options.filter((option) => !option.startsWith("--"));
const records = calibrations();
const unknown = asked.find((id) => !records.some((record) => record.id === id));
if (unknown) throw new Error(`data/calibration has no record "${unknown}"`);
const fitted = records.filter(({ id }) => asked.length === 0 || asked.includes(id));
// Measurements ask for times and rates, never for money.
const lookup = { ...wholeLookup, price: () => undefined };

if (options.includes("--cv")) {
  const problem = calibrating(benchmarkRows(console.log), slotsOf(fitted), lookup, catalogNames);
  const uncertainty = reportCrossValidation(problem, fitAll(problem), lookup, dry);
  if (!dry) writeUncertainty(uncertainty);
} else {
  const rows = benchmarkRows(console.log).filter(({ split }) => split === "calibration");
  const problem = calibrating(rows, slotsOf(fitted), lookup, catalogNames);
  const found = fitAll(problem);
  print(problem, found);
  if (!dry) write(problem, found);
}

function fitAll({ slots, rows, problem }: Calibrating): Fit {
  console.log(`${slots.length} constants, ${rows.length} measurements`);
  return fitConstants(problem, console.log);
}

function print({ slots, rows, lookupWith }: Calibrating, { values, learned }: Fit): void {
  for (const [index, { name, prior }] of slots.entries()) {
    const share = `${Math.round(100 * (learned[index] as number))} % learned`;
    console.log(
      `${name.padEnd(44)} ${prior.toPrecision(3).padStart(10)} → ${(values[index] as number).toPrecision(3).padEnd(10)} ${share}`,
    );
  }
  const after = answerAll(rows, lookupWith(values), catalogNames);
  const { mape, median, within25 } = errorsOf(
    after.map(({ predicted, row }) => (predicted as number) / row.value),
  );
  console.log(
    `fitted: MAPE ${(mape * 100).toFixed(1)} %, median ${(median * 100).toFixed(1)} %, within ±25 % ${(within25 * 100).toFixed(0)} %`,
  );
}

function write({ slots, readers }: Calibrating, { values }: Fit): void {
  for (const { id, kind } of fitted) {
    const own = slots.flatMap(({ record, constant }, index) =>
      record === id ? [[constant, Number((values[index] as number).toPrecision(SIGNIFICANT))] as const] : [],
    );
    if (own.length === 0) continue;
    const of = readers(id);
    const releases = kind === "stack" ? releasesOf(of) : undefined;
    const basis = `Fitted on ${of.length} of the measurements in data/benchmarks/calibration.csv${releases ? `, of release ${releases}` : ""}`;
    writeRecord(id, basis, new Map(own));
  }
}

function writeRecord(id: string, basis: string, constants: ReadonlyMap<string, number>): void {
  const path = join("data/calibration", `${id}.toml`);
  writeFileSync(path, withBasis(withConstants(readFileSync(path, "utf8"), constants), basis));
}
