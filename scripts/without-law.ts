import { type Calibrating, calibrating, slotsOf } from "@/lib/accuracy/calibrate";
import { leaveOut } from "@/lib/accuracy/cross-validation";
import { cvLines, isAnswered } from "@/lib/accuracy/cv-table";
import { fitConstants } from "@/lib/accuracy/fit";
import { calibrations, modelByName } from "@/lib/catalog";
import type { Calibration, Model } from "@/lib/catalog/schema";
import { modelFamily } from "@/lib/engine/family";
import { TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";
import { benchmarkRows } from "./benchmark-rows";
import { catalogNames, wholeLookup } from "./catalog-lookup";
import type { Law } from "./laws";

/** The calibration records with a law's constants where it says nothing, and nothing left of them to fit. */
function neutral(constants: Readonly<Record<string, number>> = {}): Calibration[] {
  return calibrations().map((record) => {
    const own = Object.entries(constants).flatMap(([address, value]) => {
      const dot = address.lastIndexOf(".");
      const name = address.slice(dot + 1);
      return address.slice(0, dot) === record.id ? [[name, value] as const] : [];
    });
    const priors = Object.entries(record.priors ?? {}).filter(
      ([name]) => !own.some(([each]) => each === name),
    );
    return {
      ...record,
      constants: { ...record.constants, ...Object.fromEntries(own) },
      priors: Object.fromEntries(priors),
    };
  });
}

const ROUNDS = 12;
const silent = () => {};

/** The derivatives of the first fit that was asked for, by constant: a law moves few of them, and little. */
const columns = new Map<string, Float64Array>();

function derivativesFor({ problem, slots, rows }: Calibrating, values: readonly number[]): Float64Array[] {
  const known = slots.map(({ name }) => columns.get(name));
  if (known.every((column) => column?.length === rows.length)) return known as Float64Array[];
  const { jacobian } = fitConstants(problem, silent, { values, rounds: 1 });
  for (const [index, { name }] of slots.entries()) columns.set(name, jacobian[index] as Float64Array);
  return [...jacobian];
}

/** The errors of cross-validation by class without a law, or with all of them, as fractions of one. */
export function errorsWithout(law: Law | undefined): { id: string; median: number; within25: number }[] {
  const records = neutral(law?.constants);
  const byId = new Map(records.map((record) => [record.id, record]));
  const whole = { ...wholeLookup, price: () => undefined, calibration: (id: string) => byId.get(id) };
  const lookup = law?.without?.(whole) ?? whole;
  const problem = calibrating(
    benchmarkRows(() => {}),
    slotsOf(records),
    lookup,
    catalogNames,
  );
  const start = problem.slots.map(({ record, constant }) => byId.get(record)?.constants[constant] as number);
  const jacobian = derivativesFor(problem, start);
  const base = fitConstants(problem.problem, silent, { values: start, jacobian, rounds: ROUNDS });
  const models = new Map<string, Model>();
  const modelOf = (name: string): Model => {
    const found = models.get(name) ?? modelByName(name);
    if (!found) throw new Error(`the catalog has no model ${name}`);
    models.set(name, found);
    return found;
  };
  const names = { ...catalogNames, model: modelOf };
  const family = ({ model }: { model: string }) => modelFamily(modelOf(model));
  const answers = leaveOut(problem, base, family, names, silent).filter(isAnswered);
  const round = (value: number) => Number(value.toFixed(4));
  return TARGET_CLASSES.flatMap(({ id, holds }) =>
    cvLines(answers, ({ row }) => (holds(row, modelOf(row.model)) ? id : undefined)).map(
      ({ median, within25 }) => ({
        id,
        median: round(median),
        within25: round(within25),
      }),
    ),
  );
}
