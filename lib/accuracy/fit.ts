/** Least squares on logarithms with priors, by Gauss–Newton with Levenberg's damping. */

import { solveSymmetric } from "./solve";

/** A constant to fit: what it was expected to be, the spread of its logarithm, and its bounds. */
export interface Parameter {
  readonly name: string;
  readonly prior: number;
  readonly spread: number;
  readonly least?: number;
  readonly most?: number;
}

/** What is fitted: the residuals, over their spreads, that the constants' values give, one for each measurement. */
export interface Problem {
  readonly parameters: readonly Parameter[];
  residuals(values: readonly number[]): Float64Array;
  /**
   * The residuals with one constant moved, where that is cheaper than computing all: those that do not depend on it
   * may repeat `base`, which is what `residuals` gave before.
   */
  moved?(values: readonly number[], touched: number, base: Float64Array): Float64Array;
}

/** How each residual answers to the logarithm of each constant: one column for each constant. */
export type Jacobian = readonly Float64Array[];

export interface Fit {
  /** Fitted values in the order of the parameters. */
  readonly values: number[];
  /** The objective after each accepted round. */
  readonly losses: number[];
  /** The derivatives of the last round. */
  readonly jacobian: Jacobian;
  /** For each constant the share of what is known of it that the measurements say and not the prior. */
  readonly learned: number[];
  /** What is known of the constants' logarithms together, priors included: the inverse of their covariances. */
  readonly information: readonly (readonly number[])[];
}

/** Where a fit starts and how long it may take. */
export interface Start {
  /** Values to start from instead of the priors. */
  readonly values?: readonly number[];
  /** Derivatives to keep through all rounds instead of working them out anew in each. */
  readonly jacobian?: Jacobian;
  /** 1 for each measurement that counts; absent for all. */
  readonly counts?: Float64Array;
  readonly rounds?: number;
}

/** Step of a logarithm for the numeric derivative. */
const STEP = 1e-3;
/** Residuals beyond this many spreads weigh less and less (Cauchy): a measurement may simply be wrong. */
const CAUCHY = 2;
const MOST_ROUNDS = 30;
const ENOUGH = 1e-4;
const MOST_DAMPING = 1e6;

/**
 * Finds the constants that minimise the sum of Cauchy losses of the residuals and the squared distances from the
 * priors. With the derivatives of a fit nearby it costs a few evaluations, which is what makes it cheap to fit again
 * without some of the measurements; the point it then ends at is that fit's to within its curvature.
 */
export function fitConstants(problem: Problem, log: (line: string) => void, start: Start = {}): Fit {
  const { parameters } = problem;
  const { counts } = start;
  const at = (point: readonly number[]) => point.map(Math.exp);
  const loss = (found: Float64Array, point: readonly number[]) =>
    found.reduce((sum, residual, row) => sum + (counts?.[row] === 0 ? 0 : cauchy(residual)), 0) +
    point.reduce((sum, value, index) => sum + distance(parameters[index] as Parameter, value) ** 2 / 2, 0);
  let logs = (start.values ?? parameters.map(({ prior }) => prior)).map(Math.log);
  let base = problem.residuals(at(logs));
  let current = loss(base, logs);
  let damping = 1e-2;
  const losses = [current];
  let jacobian = start.jacobian ?? [];
  for (let round = 0; round < (start.rounds ?? MOST_ROUNDS); round++) {
    if (!start.jacobian) jacobian = derivatives(problem, logs, base);
    const { matrix, gradient } = normalEquations(parameters, logs, base, jacobian, counts);
    let accepted = false;
    while (!accepted && damping < MOST_DAMPING) {
      const damped = matrix.map((row, index) =>
        row.map((value, column) => (column === index ? value * (1 + damping) : value)),
      );
      const step = solveSymmetric(damped, gradient);
      const next = logs.map((value, index) =>
        within(parameters[index] as Parameter, value - Math.max(-1, Math.min(1, step[index] as number))),
      );
      const found = problem.residuals(at(next));
      const reached = loss(found, next);
      accepted = reached < current;
      if (!accepted) {
        damping *= 8;
        continue;
      }
      const gain = (current - reached) / current;
      [logs, base, current] = [next, found, reached];
      damping = Math.max(1e-6, damping / 4);
      losses.push(current);
      log(`round ${round + 1}: ${current.toFixed(2)}`);
      if (gain < ENOUGH) return result();
    }
    if (!accepted) break;
  }
  return result();

  function result(): Fit {
    const { matrix } = normalEquations(parameters, logs, base, jacobian, counts);
    const learned = parameters.map(({ spread }, index) => {
      const all = matrix[index]?.[index] as number;
      return 1 - spread ** -2 / all;
    });
    return { values: at(logs), losses, jacobian, learned, information: matrix };
  }
}

const within = ({ least = 0, most = Number.POSITIVE_INFINITY }: Parameter, log: number) =>
  Math.max(Math.log(least), Math.min(Math.log(most), log));
const distance = ({ prior, spread }: Parameter, log: number) => (log - Math.log(prior)) / spread;
const cauchy = (residual: number) => (CAUCHY ** 2 / 2) * Math.log1p((residual / CAUCHY) ** 2);

function derivatives(problem: Problem, logs: readonly number[], base: Float64Array): Jacobian {
  return problem.parameters.map((_, touched) => {
    const values = logs.map((value, index) => Math.exp(index === touched ? value + STEP : value));
    const found = problem.moved?.(values, touched, base) ?? problem.residuals(values);
    return found.map((value, row) => (value - (base[row] as number)) / STEP);
  });
}

function normalEquations(
  parameters: readonly Parameter[],
  logs: readonly number[],
  base: Float64Array,
  columns: Jacobian,
  counts?: Float64Array,
) {
  const weights = base.map((residual, row) => (counts?.[row] === 0 ? 0 : 1 / (1 + (residual / CAUCHY) ** 2)));
  // Most constants touch few measurements: sums run over those alone.
  const touched = columns.map((column) =>
    Int32Array.from([...column.keys()].filter((row) => column[row] !== 0 && weights[row] !== 0)),
  );
  const dot = (rows: Int32Array, a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (const row of rows) sum += (a[row] as number) * (b[row] as number) * (weights[row] as number);
    return sum;
  };
  const matrix = columns.map(() => new Array<number>(columns.length).fill(0));
  columns.forEach((a, i) => {
    const row = matrix[i] as number[];
    for (let j = 0; j <= i; j++) {
      const value = dot(touched[i] as Int32Array, a, columns[j] as Float64Array);
      row[j] = value + (i === j ? (parameters[i] as Parameter).spread ** -2 : 0);
      (matrix[j] as number[])[i] = row[j] as number;
    }
  });
  const gradient = columns.map((column, index) => {
    const parameter = parameters[index] as Parameter;
    const pull = distance(parameter, logs[index] as number) / parameter.spread;
    return dot(touched[index] as Int32Array, column, base) + pull;
  });
  return { matrix, gradient };
}
