/** Solves M x = g for a symmetric positive definite M (a list of rows) by Cholesky's factors. Throws when M is not. */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const factor = matrix.map((row) => Float64Array.from(row));
  const row = (index: number) => factor[index] as Float64Array;
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = row(i)[j] as number;
      for (let k = 0; k < j; k++) rest -= (row(i)[k] as number) * (row(j)[k] as number);
      if (i === j && !(rest > 0)) throw new Error("the matrix is not positive definite");
      row(i)[j] = i === j ? Math.sqrt(rest) : rest / (row(j)[j] as number);
    }
  const solution = [...right];
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++)
      solution[i] = (solution[i] as number) - (row(i)[k] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (row(i)[i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      solution[i] = (solution[i] as number) - (row(k)[i] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (row(i)[i] as number);
  }
  return solution;
}
