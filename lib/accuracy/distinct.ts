import type { Measurement } from "./measurement";

/** Two publications round the same figure to so much, relatively. */
const ROUNDED = 0.001;

/** Everything that decides what was measured; not who published it, nor which build of a version is meant. */
const setup = (row: Measurement): string =>
  [
    row.accelerator,
    row.num_accelerators,
    row.tp,
    row.pp,
    row.dp,
    row.ep,
    row.model,
    row.weights,
    row.engine,
    row.isl,
    row.osl,
    row.concurrency,
    row.mode,
    row.metric,
  ].join("|");

/**
 * The rows without those that repeat one before: the same setup and, up to rounding, the same value, which is one
 * measurement published twice. Two runs of one setup differ by more and both count.
 */
export function distinct(rows: readonly Measurement[]): Measurement[] {
  const seen = new Map<string, number[]>();
  return rows.filter((row) => {
    const key = setup(row);
    const known = seen.get(key) ?? [];
    if (known.some((value) => Math.abs(row.value / value - 1) < ROUNDED)) return false;
    seen.set(key, [...known, row.value]);
    return true;
  });
}
