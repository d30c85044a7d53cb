import type { Measurement } from "./measurement";

/** What was installed once: software and version, chip, model and its weights. */
export const installationOf = ({ engine, engine_version, accelerator, model, weights }: Measurement) =>
  [engine, engine_version, accelerator, model, weights].join("|");

/** What was set up once and then measured at several loads: an installation, driven in one mode. */
export const deploymentOf = (row: Measurement) => `${installationOf(row)}|${row.mode}`;

/** The positions of the rows that share a key, by key. */
export function groupsOf<T>(rows: readonly T[], key: (row: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const known = groups.get(key(row));
    if (known) known.push(index);
    else groups.set(key(row), [index]);
  });
  return groups;
}

/** How honest residuals ln(predicted / measured) spread: around their deployment's own level, and those levels. */
export interface Spread {
  readonly within: number;
  readonly between: number;
}

/**
 * Residuals over their spread, when each group of rows shares an unknown level of its own: with V = s² I + τ² 1 1ᵀ
 * the result is r' = (r − m) / s + m / √(s² + n τ²), where m is the group's mean and n its size, so that Σ r'² is
 * rᵀ V⁻¹ r. It is linear in the residuals, so that it whitens derivatives too. Source: Laird and Ware 1982.
 */
export function whiten(
  residuals: Float64Array,
  groups: readonly { readonly rows: readonly number[]; readonly spread: Spread }[],
): Float64Array {
  const whitened = new Float64Array(residuals.length);
  for (const { rows, spread } of groups) {
    const sum = rows.reduce((total, row) => total + (residuals[row] as number), 0);
    const mean = sum / rows.length;
    const level = mean / Math.sqrt(spread.within ** 2 + rows.length * spread.between ** 2);
    for (const row of rows) whitened[row] = ((residuals[row] as number) - mean) / spread.within + level;
  }
  return whitened;
}
