import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import type { Uncertainty } from "./cross-validate";

const RECORD = "data/calibration/uncertainty.toml";

/** Writes the spreads of the residuals, and what was measured, into their record; all else of it is kept. */
export function writeUncertainty({ spreads, measured }: Uncertainty): void {
  const { constants, measured: _, ...rest } = parse(readFileSync(RECORD, "utf8"));
  const { unfitted } = constants as { unfitted: number };
  const found = [...spreads].map(([name, { spread }]) => [name, Number(spread.toFixed(3))]);
  const record = { ...rest, constants: { ...Object.fromEntries(found), unfitted }, measured };
  writeFileSync(RECORD, `${stringify(record)}\n`);
}
