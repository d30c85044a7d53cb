import type { Answered } from "@/lib/accuracy/cv-table";
import { deploymentOf } from "@/lib/accuracy/deployments";
import { kindOf } from "@/lib/accuracy/error-kind";
import { accelerator, modelByName } from "@/lib/catalog";
import { type Lookup, P90, spreadClass } from "@/lib/engine";

/** How wide a class of predictions spreads, and what share of it such a range held of deployments it was not taken from. */
export interface ClassSpread {
  readonly spread: number;
  readonly cases: number;
  readonly held: number;
}

/** The share of measurements that lie between the shown P10 and P90. */
const INSIDE = 0.8;

/**
 * The spread of each class of prediction on models that its constants never saw: the s for which eight in ten of
 * |ln(predicted / measured)| lie within 1.28 s, which is what the shown P10 and P90 are made of. `held` is the share
 * that is held when a deployment's range is taken from the other deployments: nearly all dense rows are of one family.
 */
export function spreadsOf(answers: readonly Answered[], lookup: Lookup): Map<string, ClassSpread> {
  const errors = new Map<string, { deployment: string; error: number }[]>();
  for (const { row, predicted } of answers) {
    const kind = kindOf(row);
    const chip = accelerator(row.accelerator);
    const model = modelByName(row.model);
    if (!kind || !chip || !model) continue;
    const name = spreadClass(chip, model, lookup.calibration(chip.architecture), kind);
    if (name === "unfitted") continue;
    const error = Math.abs(Math.log(predicted / row.value));
    errors.set(name, [...(errors.get(name) ?? []), { deployment: deploymentOf(row), error }]);
  }
  return new Map(
    [...errors].sort().map(([name, found]) => {
      const held = found.filter(({ deployment, error }) => {
        const others = found.filter((each) => each.deployment !== deployment);
        return others.length > 0 && error <= P90 * spreadOf(others);
      });
      return [name, { spread: spreadOf(found), cases: found.length, held: held.length / found.length }];
    }),
  );
}

function spreadOf(found: readonly { error: number }[]): number {
  const sorted = found.map(({ error }) => error).sort((a, b) => a - b);
  return (sorted[Math.ceil(INSIDE * sorted.length) - 1] as number) / P90;
}
