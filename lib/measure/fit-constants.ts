import { calibrating, type Slot } from "@/lib/accuracy/calibrate";
import { fitConstants } from "@/lib/accuracy/fit";
import { deviationsOf, informedOf } from "@/lib/accuracy/informed";
import type { Measurement } from "@/lib/accuracy/measurement";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import { type Names, questionOf } from "@/lib/accuracy/question";
import { type KnownCalibration, type Lookup, stackFor } from "@/lib/engine";
import type { OwnConstant } from "@/lib/scenario";
import { CHIP_CONSTANTS, STACK_CONSTANTS } from "@/lib/scenario/fitted-constants";
import { ownRecordId, withConstants } from "./own-constants";

/** Constants that measurements fitted, with what was said of the measurements before and by them. */
export interface OwnFit {
  readonly ok: true;
  readonly constants: readonly OwnConstant[];
  /** What each was before. */
  readonly before: readonly number[];
  /** Answers without and with them, row by row. */
  readonly plain: readonly Answer[];
  readonly fitted: readonly Answer[];
}

/** Why measurements are not enough, in a sentence. */
export interface TooLittle {
  readonly ok: false;
  readonly reason: string;
}

/** What is fitted: the accelerators that were measured, their software, or both. */
export type Fitted = "accelerator" | "stack" | "both";

/**
 * By judgement: a constant counts as known by measurements when its uncertainty falls to so much of what it was, which is
 * when they say as much of it again as was known before; and so many runs have to hang on it, since one alone cannot tell
 * a constant from a coincidence.
 */
const ENOUGH = Math.SQRT1_2;
const LEAST_RUNS = 3;
/** A run hangs on a constant of which a tenth of its time is made. */
const HANGS = 0.1;
const NUDGE = 1.05;
/** Seven bring any fit seen to within its uncertainty; more make a person wait. */
const ROUNDS = 7;
const SIGNIFICANT = 4;
/** By judgement, where a record states none: how far a constant may be from where an analogy has set it. */
const SHARE_SPREAD = 0.25;
const TIME_SPREAD = 0.5;
/** A prompt cannot take less than the time that it takes alone. */
const LEAST: Readonly<Record<string, number>> = { prefillStretch: 1 };
/** No kernel reaches all of a datasheet's rate. */
const MOST_SHARE = 0.97;

/**
 * Fits those constants of the accelerators and the software in `rows` that the rows inform, from the catalog's values and
 * with its priors; everything else is held. Rows of requests at a rate take no part.
 */
export function fitOwnConstants(
  rows: readonly Measurement[],
  lookup: Lookup,
  names: Names,
  what: Fitted = "both",
): OwnFit | TooLittle {
  const ran = measuredParts(rows, lookup, names);
  const chips = what === "stack" ? [] : ran.chips;
  const apart = withConstants(
    lookup,
    ran.chips.map((id) => ({ of: "accelerator", id, constants: {} })),
    "",
  );
  const candidates = [
    ...chips.flatMap((id) =>
      slots("accelerator", id, ofChip(apart.calibration(ownRecordId(id)), id, apart), CHIP_CONSTANTS),
    ),
    ...(what === "accelerator" ? [] : ran.stacks).flatMap((id) =>
      slots("stack", id, apart.calibration(id), STACK_CONSTANTS),
    ),
  ];
  const tried = calibrating(rows, candidates, apart, names);
  const runs = new Set(tried.rows.map(keyOf)).size;
  const lost = new Set(rows.map(keyOf)).size - runs;
  if (runs < LEAST_RUNS)
    return tooLittle(
      `${runs === 0 ? "None" : `Only ${runs}`} of the runs can be compared with the plan's engine, and a constant takes ${LEAST_RUNS} at least.`,
    );
  const all = fitConstants(tried.problem, quiet, { rounds: ROUNDS });
  const known = informedOf(
    all.information,
    candidates.map(({ spread }) => spread),
    ENOUGH,
  ).map((index) => candidates[index] as OwnSlot);
  const hung = known.map((slot) => runsOn(slot, tried.rows, apart, names));
  const kept = known.filter((_, index) => (hung[index] as number) >= LEAST_RUNS);
  if (kept.length === 0) return tooLittle(nearest(candidates, all.information, runs, lost));
  const { problem, lookupWith } = calibrating(rows, kept, apart, names);
  const { values, information } = fitConstants(problem, quiet, { rounds: ROUNDS });
  const rounded = values.map((value) => Number(value.toPrecision(SIGNIFICANT)));
  const deviations = deviationsOf(information);
  return {
    ok: true,
    constants: kept.map(
      ({ of, id, constant }, index) =>
        ({
          of,
          id,
          constant,
          mean: rounded[index] as number,
          sd: Number((deviations[index] as number).toPrecision(SIGNIFICANT)),
          runs: hung[known.indexOf(kept[index] as OwnSlot)] as number,
        }) as OwnConstant,
    ),
    before: kept.map(({ prior }) => prior),
    plain: answerAll(tried.rows, lookup, names),
    fitted: answerAll(tried.rows, lookupWith(rounded), names),
  };
}

const quiet = () => {};
const tooLittle = (reason: string): TooLittle => ({ ok: false, reason });

type OwnSlot = Slot & Pick<OwnConstant, "of" | "id">;

/** The accelerators and the records of software that rows ran on, each once. */
function measuredParts(rows: readonly Measurement[], lookup: Lookup, names: Names) {
  const chips = new Set<string>();
  const stacks = new Set<string>();
  for (const row of rows) {
    const question = questionOf(row, names);
    const option = question.ok ? question.scenario.options[0] : undefined;
    const chip = option && lookup.accelerator(option.accelerator);
    if (!question.ok || !chip) continue;
    chips.add(chip.id);
    const stack = stackFor(question.scenario.serving.engine, chip, lookup);
    if (stack) stacks.add(stack.id);
  }
  return { chips: [...chips], stacks: [...stacks] };
}

/** An architecture's record for one of its chips: where that was never measured, priors of others say little of it. */
function ofChip(
  record: KnownCalibration | undefined,
  id: string,
  lookup: Lookup,
): KnownCalibration | undefined {
  const measured = lookup.calibration("uncertainty")?.measured ?? [];
  if (!record || measured.some(({ accelerator }) => accelerator === id)) return record;
  const { priors: _others, ...rest } = record;
  return rest;
}

/** The constants of a record that may be fitted. A record's own priors say how far they may be off. */
function slots(
  of: OwnConstant["of"],
  id: string,
  record: KnownCalibration | undefined,
  names: readonly string[],
): OwnSlot[] {
  return names.flatMap((constant): OwnSlot[] => {
    const prior = record?.constants[constant];
    if (!record || !prior) return [];
    const stated = record.priors?.[constant];
    const least = stated?.least ?? LEAST[constant];
    const share = /Efficiency$|Share$/.test(constant);
    return [
      {
        of,
        id,
        name: `${constant} of ${id}`,
        record: record.id,
        constant,
        prior,
        spread: stated?.spread ?? (share ? SHARE_SPREAD : TIME_SPREAD),
        ...(least === undefined ? {} : { least }),
        ...(share ? { most: Math.max(prior, stated?.most ?? MOST_SHARE) } : {}),
      },
    ];
  });
}

/** Rows of one run have everything in common but what was measured. */
const keyOf = ({ id: _id, metric: _metric, value: _value, notes: _notes, ...rest }: Measurement): string =>
  JSON.stringify(rest);

/** How many runs change by a tenth or more of what the constant changes by. */
function runsOn(slot: OwnSlot, rows: readonly Measurement[], lookup: Lookup, names: Names): number {
  const { lookupWith } = calibrating([], [slot], lookup, names);
  const [before, after] = [slot.prior, slot.prior * NUDGE].map((value) =>
    answerAll(rows, lookupWith([value]), names),
  );
  const moved = rows.filter((_, index) => {
    const [from, to] = [before?.[index]?.predicted ?? 1, after?.[index]?.predicted ?? 1];
    return Math.abs(Math.log(to / from)) >= HANGS * Math.log(NUDGE);
  });
  return new Set(moved.map(keyOf)).size;
}

/** What measurements lack, by the constant that they come nearest to informing. */
function nearest(
  candidates: readonly OwnSlot[],
  information: readonly (readonly number[])[],
  runs: number,
  lost: number,
) {
  const left = deviationsOf(information).map((sd, index) => sd / (candidates[index] as OwnSlot).spread);
  const least = Math.min(...left);
  const name = candidates[left.indexOf(least)]?.name;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const others = lost > 0 ? `; ${lost} others cannot be compared with the plan's engine` : "";
  return `${runs} runs say too little of any constant: they bring the uncertainty of the one that they say most of, ${name}, to ${percent(least)} of what it was, and it takes ${percent(ENOUGH)} and ${LEAST_RUNS} runs that hang on it. Measure at other loads, lengths or models${others}.`;
}
