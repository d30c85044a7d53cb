import type { Metric } from "@/lib/accuracy/measurement";
import { metricOf } from "@/lib/accuracy/predict";
import { solveSymmetric } from "@/lib/accuracy/solve";
import { type Anchor, anchoredExactly, type Lookup, solveFigures } from "@/lib/engine";
import type { MeasuredRun } from "./run";

/**
 * A run's times over predicted, as logarithms to base 2: of steps and of prompts. One that the run says nothing of is
 * absent.
 */
export interface Factors {
  readonly decode?: number;
  readonly prompt?: number;
}

type Part = keyof Factors;

/** What a metric is made of; rates and whole answers are made of both. */
const SAYS: Readonly<Partial<Record<Metric, Part>>> = {
  tpot_ms: "decode",
  decode_tokens_per_s_single_stream: "decode",
  ttft_ms: "prompt",
  prefill_tokens_per_s: "prompt",
};

/**
 * How sure a measurement is beside the prediction, as deviations of log2: what a repeated run differs by, and what the
 * engine misses on deployments it has not seen (docs/accuracy-cv.md: TPOT 14 %, TTFT 37 %).
 */
const NOISE = 0.005;
const DOUBT = { decode: 0.2, prompt: 0.5 } as const;
/** A factor of 16, where a metric is made of nothing else; less where it says less. */
const MOST = 4;
const ROUNDS = 6;
const STEP = 0.05;
const LONGEST_MOVE = 1;
const CLOSE = 1e-3;
/** A metric that moves by less than this share of a factor, such as a wait for memory, says nothing of it. */
const TELLING = 0.1;

/**
 * The factors with which the engine says what a run measured. Two metrics fix two factors; where one metric is made of
 * both, the likelier of those that explain it (least squares against what the engine is known to miss). Undefined when
 * the engine does not answer the run: what it does not describe it cannot learn from.
 */
export function factorsOf(run: MeasuredRun, lookup: Lookup): Factors | undefined {
  const told = tellingRows(run.rows);
  let parts = partsOf(told);
  let at = { decode: 0, prompt: 0 };
  const most: Partial<Record<Part, number>> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const rows = told.filter(({ metric }) => parts.includes(SAYS[metric] ?? "decode"));
    const asked = { ...run, rows };
    const here = misses(asked, lookup, at);
    if (!here) return undefined;
    const tried = parts.map((part) => misses(asked, lookup, { ...at, [part]: at[part] + STEP }));
    const slopes = tried.map((there) => there?.map((value, row) => (value - (here[row] as number)) / STEP));
    const moved = parts.filter((_, index) => slopes[index]?.some((slope) => Math.abs(slope) >= TELLING));
    if (moved.length < parts.length) {
      parts = moved;
      continue;
    }
    const move = leastSquares(parts, at, here, slopes as number[][]);
    parts.forEach((part, index) => {
      most[part] ??= MOST * Math.max(...(slopes[index] as number[]).map(Math.abs));
      at = { ...at, [part]: within(at[part] + within(move[part] ?? 0, LONGEST_MOVE), most[part]) };
    });
    if (parts.every((part) => Math.abs(move[part] ?? 0) < CLOSE)) break;
  }
  return parts.length === 0 ? undefined : Object.fromEntries(parts.map((part) => [part, at[part]]));
}

/**
 * Where a run says both times, its rate and its whole answers say nothing more of the deployment: they differ from what
 * the times give by how the benchmark began and ended.
 */
function tellingRows(rows: MeasuredRun["rows"]): MeasuredRun["rows"] {
  const said = new Set(rows.map(({ metric }) => SAYS[metric]));
  return said.has("decode") && said.has("prompt") ? rows.filter(({ metric }) => SAYS[metric]) : rows;
}

function partsOf(rows: MeasuredRun["rows"]): Part[] {
  const said = new Set(rows.map(({ metric }) => SAYS[metric]));
  return (["decode", "prompt"] as const).filter((part) => said.has(part) || said.has(undefined));
}

/** How far each row of a run is from what the engine says with these factors, in log2; undefined without an answer. */
function misses(run: MeasuredRun, lookup: Lookup, at: Required<Factors>): number[] | undefined {
  const { scenario, requests } = run.question;
  const anchors = (): readonly Anchor[] => [anchoredExactly(at)];
  const { figures } = solveFigures(scenario, 0, { ...lookup, anchors }, requests);
  if (!figures) return undefined;
  const found = run.rows.map(({ metric, value }) =>
    Math.log2(metricOf(metric, figures, run.question) / value),
  );
  return found.every(Number.isFinite) ? found : undefined;
}

const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** The Gauss-Newton move of one or two factors with a prior around zero. */
function leastSquares(
  parts: readonly Part[],
  at: Required<Factors>,
  here: readonly number[],
  slopes: readonly (readonly number[])[],
): Factors {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, row) => total + value * (b[row] as number), 0) / NOISE ** 2;
  const equations = parts.map((part, index) => {
    const slope = slopes[index] as readonly number[];
    const precision = 1 / DOUBT[part] ** 2;
    const row = slopes.map((other, column) => dot(slope, other) + (column === index ? precision : 0));
    return { row, right: -dot(slope, here) - at[part] * precision };
  });
  const solved = solveSymmetric(
    equations.map(({ row }) => row),
    equations.map(({ right }) => right),
  );
  return Object.fromEntries(parts.map((part, index) => [part, solved[index] as number]));
}
