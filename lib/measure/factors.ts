import type { Metric } from "@/lib/accuracy/measurement";
import { metricOf } from "@/lib/accuracy/predict";
import { solveSymmetric } from "@/lib/accuracy/solve";
import { type Anchor, anchoredExactly, type FigureReader, type Lookup, solveFigures } from "@/lib/engine";
import type { MeasuredRun } from "./run";

/**
 * A run's times over predicted, as logarithms to base 2: of steps, of what a first token takes, and of the wait for a
 * replica that others keep busy. One that the run says nothing of is absent.
 */
export interface Factors {
  readonly decode?: number;
  readonly prompt?: number;
  readonly wait?: number;
}

type Part = keyof Factors;
const PARTS = ["decode", "prompt", "wait"] as const satisfies readonly Part[];

/** Metrics that say a time alone; rates and whole answers are made of both. */
const SAYS: Readonly<Partial<Record<Metric, "decode" | "prompt">>> = {
  tpot_ms: "decode",
  decode_tokens_per_s_single_stream: "decode",
  ttft_ms: "prompt",
  prefill_tokens_per_s: "prompt",
};

/**
 * How sure a measurement is beside the prediction, as deviations of log2: what a repeated run differs by, and what the
 * engine misses on deployments it has not seen (docs/accuracy-cv.md: TPOT 14 %, TTFT 37 %); waits are least sure.
 */
const NOISE = 0.005;
const DOUBT = { decode: 0.2, prompt: 0.5, wait: 1 } as const;
/** By judgement: a factor of 256 is no correction of a prediction any more. */
const MOST = 8;
const ROUNDS = 10;
const STEP = 0.05;
const LONGEST_MOVE = 2;
const CLOSE = 1e-3;
const MILLISECONDS = 1000;

/** How far the engine is from something measured, in log2, and the factors that it says something of. */
interface Miss {
  readonly of: readonly Part[];
  readonly by: number;
}

/**
 * The factors with which the engine says what a run measured. A time per token fixes the steps' factor and a time to
 * first token that of prompts or, where requests wait for one another, of the wait; where one metric is made of both,
 * the likelier of those that explain it (least squares against what the engine is known to miss). Undefined when the
 * engine does not answer the run: what it does not describe it cannot learn from.
 */
export function factorsOf(run: MeasuredRun, lookup: Lookup): Factors | undefined {
  const rows = tellingRows(run.rows);
  let at: Required<Factors> = { decode: 0, prompt: 0, wait: 0 };
  let parts: Part[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const here = misses({ ...run, rows }, lookup, at);
    if (!here) return undefined;
    parts = PARTS.filter((part) => here.some(({ of }) => of.includes(part)));
    const slopes = parts.map((part) => {
      const there = misses({ ...run, rows }, lookup, { ...at, [part]: at[part] + STEP });
      return here.map(({ of, by }, row) => (of.length > 0 && there?.[row] ? (there[row].by - by) / STEP : 0));
    });
    const move = leastSquares(parts, at, here, slopes);
    for (const part of parts)
      at = { ...at, [part]: within(at[part] + within(move[part] ?? 0, LONGEST_MOVE), MOST) };
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

/** How far the engine with these factors is from each row, two for a TTFT; undefined without an answer. */
function misses(run: MeasuredRun, lookup: Lookup, at: Required<Factors>): Miss[] | undefined {
  const { scenario, requests } = run.question;
  const anchors = (): readonly Anchor[] => [anchoredExactly(at)];
  const { figures } = solveFigures(scenario, 0, { ...lookup, anchors }, requests);
  if (!figures) return undefined;
  const found = run.rows.flatMap(({ metric, value }): Miss[] => {
    if (metric === "ttft_ms") return missesOfTtft(figures, value / MILLISECONDS, at);
    const part = SAYS[metric];
    const by = Math.log2(metricOf(metric, figures, run.question) / value);
    return [{ of: part ? [part] : ["decode", "prompt"], by }];
  });
  return found.every(({ by }) => Number.isFinite(by)) ? found : undefined;
}

/**
 * A first token is seen after the longer of what it takes and what the wait for others gives. What was measured is the
 * one that is longer by prediction; and a measured time that is shorter than either says so of both.
 */
function missesOfTtft(figures: FigureReader, measured: number, at: Required<Factors>): [Miss, Miss] {
  const own = figures("firstTokenTime") + figures("ttft") - figures("emittedTtft");
  const shared = figures("staticBatching") > 0 ? 0 : 2 ** at.wait * figures("busyTtft");
  const predicted = { own: own / 2 ** at.prompt, shared: shared / 2 ** at.wait };
  const waits = predicted.shared >= predicted.own;
  return [
    !waits || measured < predicted.own
      ? { of: ["prompt"], by: Math.log2(own / measured) }
      : { of: [], by: 0 },
    waits || measured < predicted.shared
      ? { of: ["wait"], by: Math.log2(shared / measured) }
      : { of: [], by: 0 },
  ];
}

const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** The Gauss-Newton move of some factors with a prior around zero. */
function leastSquares(
  parts: readonly Part[],
  at: Required<Factors>,
  here: readonly Miss[],
  slopes: readonly (readonly number[])[],
): Factors {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, row) => total + value * (b[row] as number), 0) / NOISE ** 2;
  const missed = here.map(({ by }) => by);
  const equations = parts.map((part, index) => {
    const slope = slopes[index] as readonly number[];
    const precision = 1 / DOUBT[part] ** 2;
    const row = slopes.map((other, column) => dot(slope, other) + (column === index ? precision : 0));
    return { row, right: -dot(slope, missed) - at[part] * precision };
  });
  const solved = solveSymmetric(
    equations.map(({ row }) => row),
    equations.map(({ right }) => right),
  );
  return Object.fromEntries(parts.map((part, index) => [part, solved[index] as number]));
}
