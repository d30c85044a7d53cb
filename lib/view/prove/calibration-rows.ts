import type { Lookup } from "@/lib/engine";
import type { OwnConstant } from "@/lib/scenario";
import { decimals, formatQuantity } from "@/lib/units";
import { meaningOf } from "../method/constants";

/** One constant of a calibration as a page lists it. */
export interface CalibrationRow {
  readonly key: string;
  /** What it is, and the accelerator or software that it is of. */
  readonly label: string;
  readonly of: string;
  /** The catalog's value, and the fitted one with how far it may be off: "5.1 µs", "4.2 µs", "× or ÷ 1.08". */
  readonly before: string;
  readonly now: string;
  readonly spread: string;
  readonly runs: number;
}

/** The constants of a calibration beside those that `lookup`, the catalog without it, has. */
export const calibrationRows = (constants: readonly OwnConstant[], lookup: Lookup): CalibrationRow[] =>
  constants.map(({ of, id, constant, mean, sd, runs }) => {
    const chip = of === "accelerator" ? lookup.accelerator(id) : undefined;
    const record = lookup.calibration(chip ? chip.architecture : id);
    const { label, unit } = meaningOf(constant) ?? { label: constant, unit: "1" };
    const text = (value: number | undefined) =>
      value === undefined ? "not known" : formatQuantity(value, unit).full;
    return {
      key: `${of} ${id} ${constant}`,
      label,
      of: chip?.name ?? record?.name ?? id,
      before: text(record?.constants[constant]),
      now: text(mean),
      spread: `× or ÷ ${decimals(Math.exp(sd), 2)}`,
      runs,
    };
  });
