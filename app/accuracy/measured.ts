import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";
import { type MeasuredPoint, measuredPoints } from "@/lib/accuracy/nearest";
import type { PointRecords } from "@/lib/accuracy/operating-point";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import type { Names } from "@/lib/accuracy/question";
import { accelerator, format, model, modelByName } from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Model } from "@/lib/catalog/schema";
import type { Lookup } from "@/lib/engine";
import { type MeasuredRun, runsOf } from "@/lib/measure/run";

const models = new Map<string, Model | undefined>();

/** The model that a table of measurements calls so; a thousand rows name two dozen. */
export function modelNamed(name: string): Model | undefined {
  if (!models.has(name)) models.set(name, modelByName(name));
  return models.get(name);
}

/** The catalog under the names that tables of measurements use. */
export const names: Names = { model: modelNamed, accelerator, format };

export const pointRecords: PointRecords = { model, accelerator, format, parameters };

/** Measurements ask for times and rates, never for money, and choosing a price for each row takes long. */
export const pricelessLookup = (): Lookup => ({ ...catalogLookup(), price: () => undefined });

/** The value of `compute`, found on first use and kept for the life of the process. */
function once<T>(compute: () => T): () => T {
  let found: { value: T } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}

function rowsOf(table: "calibration" | "validation" | "openloop"): Measurement[] {
  const path = join("data", "benchmarks", `${table}.csv`);
  const { rows, unreadable } = readMeasurements(readFileSync(join(process.cwd(), path), "utf8"));
  const [first] = unreadable;
  if (first) throw new Error(`${path}, line ${first.line}: ${first.message}`);
  return rows;
}

export const calibrationRows = once(() => rowsOf("calibration"));
export const validationRows = once(() => [
  ...rowsOf("validation"),
  ...rowsOf("openloop").filter(({ split }) => split === "validation"),
]);

/** What the planner says to every measurement that no constant was fitted on. */
export const validationAnswers: () => Answer[] = once(() =>
  answerAll(validationRows(), pricelessLookup(), names),
);

/** Every published run, all that was measured of one deployment under one load together. */
export const allPublishedRuns: () => MeasuredRun[] = once(() =>
  runsOf([...validationRows(), ...calibrationRows()], names, pointRecords).filter(
    ({ question }) => !question.arrivals,
  ),
);

/** Every measurement that plans can be compared with. */
export const allMeasuredPoints: () => MeasuredPoint[] = once(() =>
  measuredPoints([...validationRows(), ...calibrationRows()], names, pointRecords),
);
