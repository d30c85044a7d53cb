import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fitConstants, type Parameter } from "@/lib/accuracy/fit";
import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { errorsOf } from "@/lib/accuracy/statistics";
import { calibrations } from "@/lib/catalog";
import type { Calibration } from "@/lib/catalog/schema";
import type { Lookup } from "@/lib/engine";
import { catalogLookup, catalogNames } from "./catalog-lookup";
import { spreadsOf } from "./spreads";
import { withBasis, withConstants } from "./write-constants";

/**
 * Fits every constant that has a prior on the measurements with split=calibration, and writes it back into
 * data/calibration. Deterministic: it starts from the priors. With ids of records it fits those alone and keeps
 * the others as they are. npm run calibrate [-- --dry] [record ...]
 */
const MEASUREMENTS = "data/benchmarks/calibration.csv";
const HELD_OUT = "data/benchmarks/validation.csv";
const SIGNIFICANT = 4;

/** Spread of an honest residual, by metric: what one measurement of it is worth. */
const SPREAD: Record<string, number> = { ttft_ms: 0.3, prefill_tokens_per_s: 0.3 };
const OTHERWISE = 0.12;

function writeRecord(id: string, basis: string, constants: ReadonlyMap<string, number>): void {
  const path = join("data/calibration", `${id}.toml`);
  writeFileSync(path, withBasis(withConstants(readFileSync(path, "utf8"), constants), basis));
}

type Slot = Parameter & { record: string; constant: string };

const records = calibrations();
const dry = process.argv.includes("--dry");
const asked = process.argv.slice(2).filter((argument) => argument !== "--dry");
const unknown = asked.find((id) => !records.some((record) => record.id === id));
if (unknown) throw new Error(`data/calibration has no record "${unknown}"`);
const fitted = records.filter(({ id }) => asked.length === 0 || asked.includes(id));
const slots: Slot[] = fitted.flatMap((record) =>
  Object.entries(record.priors ?? {}).map(([constant, { value, spread, most }]) => ({
    name: `${record.id}.${constant}`,
    record: record.id,
    constant,
    prior: value,
    spread,
    ...(most === undefined ? {} : { most }),
  })),
);

function lookupWith(values: readonly number[]): Lookup {
  const changed = new Map<string, Calibration>(
    records.map((record) => [record.id, { ...record, constants: { ...record.constants } }]),
  );
  slots.forEach(({ record, constant }, index) => {
    (changed.get(record) as Calibration).constants[constant] = values[index] as number;
  });
  return { ...catalogLookup, calibration: (id) => changed.get(id) };
}

const { rows, unreadable } = readMeasurements(readFileSync(MEASUREMENTS, "utf8"));
if (unreadable.length > 0) throw new Error(`${MEASUREMENTS}: ${unreadable.length} rows cannot be read`);
const known = new Map(
  answerAll(rows, lookupWith(slots.map(({ prior }) => prior)), catalogNames).map(({ row, predicted }) => [
    row.id,
    predicted,
  ]),
);

/** The calibration records that a row looks up. */
function readsOf(row: Measurement): Set<string> {
  const read = new Set<string>();
  const calibration = (id: string) => {
    read.add(id);
    return catalogLookup.calibration(id);
  };
  answerAll([row], { ...catalogLookup, calibration }, catalogNames);
  return read;
}

const answered = rows.filter(({ split, id }) => split === "calibration" && known.get(id) !== null);
const reads = new Map(answered.map((row) => [row, readsOf(row)] as const));
const used = answered.filter((row) => slots.some(({ record }) => reads.get(row)?.has(record)));
console.log(`${slots.length} constants, ${used.length} of ${rows.length} measurements`);

/** Positions of the rows that read a record. */
const readers = new Map(
  records.map(({ id }) => [
    id,
    new Set(used.flatMap((row, index) => (reads.get(row)?.has(id) ? [index] : []))),
  ]),
);

function residuals(values: readonly number[], touched?: number, base?: Float64Array): Float64Array {
  const found = base ? Float64Array.from(base) : new Float64Array(used.length);
  const all = used.map((_, index) => index);
  const indices = touched === undefined ? all : [...(readers.get((slots[touched] as Slot).record) ?? [])];
  const answers = answerAll(
    indices.map((index) => used[index] as Measurement),
    lookupWith(values),
    catalogNames,
  );
  answers.forEach(({ row, predicted }, position) => {
    const spread = SPREAD[row.metric] ?? OTHERWISE;
    found[indices[position] as number] = Math.log((predicted ?? row.value) / row.value) / spread;
  });
  return found;
}

const { values } = fitConstants(slots, residuals, console.log);
for (const [index, { name, prior }] of slots.entries())
  console.log(
    `${name.padEnd(44)} ${prior.toPrecision(3).padStart(10)} → ${(values[index] as number).toPrecision(3)}`,
  );
if (!dry)
  for (const record of records) {
    const own = slots.flatMap(({ record: id, constant }, index) =>
      id === record.id
        ? [[constant, Number((values[index] as number).toPrecision(SIGNIFICANT))] as const]
        : [],
    );
    if (own.length === 0) continue;
    const basis = `Fitted on ${readers.get(record.id)?.size ?? 0} of the measurements in ${MEASUREMENTS}`;
    writeRecord(record.id, basis, new Map(own));
  }
const spreads = spreadsOf(readMeasurements(readFileSync(HELD_OUT, "utf8")).rows, lookupWith(values));
for (const [name, { spread, cases }] of spreads)
  console.log(`spread ${name.padEnd(16)} ${spread.toFixed(2)} over ${cases} held-out measurements`);
if (!dry) {
  const basis = `What holds eight in ten of the ln(predicted / measured) of ${HELD_OUT}, which no constant was fitted on`;
  writeRecord(
    "uncertainty",
    basis,
    new Map([...spreads].map(([name, { spread }]) => [name, Number(spread.toFixed(3))])),
  );
}
const after = answerAll(used, lookupWith(values), catalogNames);
const { mape, median, within25 } = errorsOf(
  after.map(({ predicted, row }) => (predicted as number) / row.value),
);
console.log(
  `fitted: MAPE ${(mape * 100).toFixed(1)} %, median ${(median * 100).toFixed(1)} %, within ±25 % ${(within25 * 100).toFixed(0)} %`,
);
