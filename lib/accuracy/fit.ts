/** Least squares on logarithms with priors, by Gauss–Newton with Levenberg's damping. */

/** A constant to fit: what it was expected to be, the spread of its logarithm, and what it cannot exceed. */
export interface Parameter {
  readonly name: string;
  readonly prior: number;
  readonly spread: number;
  readonly most?: number;
}

export interface Fit {
  /** Fitted values in the order of the parameters. */
  readonly values: number[];
  /** The objective after each accepted round. */
  readonly losses: number[];
}

/** Step of a logarithm for the numeric derivative. */
const STEP = 1e-3;
/** Residuals beyond this many spreads weigh less and less (Cauchy): a measurement may simply be wrong. */
const CAUCHY = 2;
const MOST_ROUNDS = 30;
const ENOUGH = 1e-4;

/**
 * Finds the constants that minimise the sum of Cauchy losses of `residuals` and the squared distances from the
 * priors. `residuals(values, touched)` returns ln(predicted / measured) over its spread for each row; with
 * `touched` only rows that depend on that parameter need be right, others may repeat `base`.
 */
export function fitConstants(
  parameters: readonly Parameter[],
  residuals: (values: readonly number[], touched?: number, base?: Float64Array) => Float64Array,
  log: (line: string) => void,
): Fit {
  let logs = parameters.map(({ prior }) => Math.log(prior));
  const at = (point: readonly number[]) => point.map(Math.exp);
  const loss = (found: Float64Array, point: readonly number[]) =>
    found.reduce((sum, residual) => sum + cauchy(residual), 0) +
    point.reduce((sum, value, index) => sum + distance(parameters[index] as Parameter, value) ** 2 / 2, 0);
  let base = residuals(at(logs));
  let current = loss(base, logs);
  let damping = 1e-2;
  const losses = [current];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { matrix, gradient } = normalEquations(parameters, logs, base, residuals);
    let accepted = false;
    while (!accepted && damping < 1e6) {
      const step = solveDamped(matrix, gradient, damping);
      const next = logs.map((value, index) =>
        Math.min(ceiling(parameters[index]), value - Math.max(-1, Math.min(1, step[index] as number))),
      );
      const found = residuals(at(next));
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
      if (gain < ENOUGH) return { values: at(logs), losses };
    }
    if (!accepted) break;
  }
  return { values: at(logs), losses };
}

const ceiling = (parameter?: Parameter) => Math.log(parameter?.most ?? Number.POSITIVE_INFINITY);
const distance = ({ prior, spread }: Parameter, log: number) => (log - Math.log(prior)) / spread;
const cauchy = (residual: number) => (CAUCHY ** 2 / 2) * Math.log1p((residual / CAUCHY) ** 2);

function normalEquations(
  parameters: readonly Parameter[],
  logs: readonly number[],
  base: Float64Array,
  residuals: (values: readonly number[], touched?: number, base?: Float64Array) => Float64Array,
) {
  const weights = base.map((residual) => 1 / (1 + (residual / CAUCHY) ** 2));
  const columns = parameters.map((_, touched) => {
    const moved = logs.map((value, index) => Math.exp(index === touched ? value + STEP : value));
    return residuals(moved, touched, base).map((value, row) => (value - (base[row] as number)) / STEP);
  });
  const dot = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, value, row) => sum + value * (b[row] as number) * (weights[row] as number), 0);
  const matrix = columns.map((a, i) =>
    columns.map((b, j) =>
      j < i ? 0 : dot(a, b) + (i === j ? (parameters[i] as Parameter).spread ** -2 : 0),
    ),
  );
  for (let i = 0; i < matrix.length; i++)
    for (let j = 0; j < i; j++) (matrix[i] as number[])[j] = (matrix[j] as number[])[i] as number;
  const gradient = columns.map((column, index) => {
    const parameter = parameters[index] as Parameter;
    return dot(column, base) + distance(parameter, logs[index] as number) / parameter.spread;
  });
  return { matrix, gradient };
}

/** Solves (M + damping · diag M) x = g by Gaussian elimination with pivoting. */
function solveDamped(matrix: readonly number[][], gradient: readonly number[], damping: number): number[] {
  const size = gradient.length;
  const rows = matrix.map((row, index) => [
    ...row.map((value, column) => (column === index ? value * (1 + damping) : value)),
    gradient[index] as number,
  ]);
  const cell = (row: number, column: number) => (rows[row] as number[])[column] as number;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(cell(row, pivot)) > Math.abs(cell(best, pivot))) best = row;
    [rows[pivot], rows[best]] = [rows[best] as number[], rows[pivot] as number[]];
    for (let row = pivot + 1; row < size; row++) {
      const factor = cell(row, pivot) / cell(pivot, pivot);
      for (let column = pivot; column <= size; column++)
        (rows[row] as number[])[column] = cell(row, column) - factor * cell(pivot, column);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = cell(row, size);
    for (let column = row + 1; column < size; column++)
      rest -= cell(row, column) * (solution[column] as number);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}
