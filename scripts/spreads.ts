import type { Answered } from "@/lib/accuracy/cv-table";
import { kindOf } from "@/lib/accuracy/error-kind";
import { accelerator, modelByName } from "@/lib/catalog";
import { type Lookup, P90, spreadClass } from "@/lib/engine";

/**
 * The spread of each class of prediction on models that its constants never saw: the s for which eight in ten of
 * |ln(predicted / measured)| lie within 1.28 s, which is what the shown P10 and P90 are made of.
 */
export function spreadsOf(
  answers: readonly Answered[],
  lookup: Lookup,
): Map<string, { spread: number; cases: number }> {
  const errors = new Map<string, number[]>();
  for (const { row, predicted } of answers) {
    const kind = kindOf(row);
    const chip = accelerator(row.accelerator);
    const model = modelByName(row.model);
    if (!kind || !chip || !model) continue;
    const name = spreadClass(chip, model, lookup.calibration(chip.architecture), kind);
    if (name === "unfitted") continue;
    errors.set(name, [...(errors.get(name) ?? []), Math.abs(Math.log(predicted / row.value))]);
  }
  return new Map(
    [...errors].sort().map(([name, found]) => {
      const sorted = found.sort((a, b) => a - b);
      const eightInTen = sorted[Math.ceil(0.8 * sorted.length) - 1] as number;
      return [name, { spread: eightInTen / P90, cases: sorted.length }];
    }),
  );
}
