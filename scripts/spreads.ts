import type { Answered } from "@/lib/accuracy/cv-table";
import { deploymentOf } from "@/lib/accuracy/deployments";
import { kindOf } from "@/lib/accuracy/error-kind";
import { accelerator, modelByName } from "@/lib/catalog";
import { type Evidence, type Lookup, P90, spreadClass } from "@/lib/engine";

/** How wide a class of predictions spreads, and what share of it such a range held of deployments it was not taken from. */
export interface ClassSpread {
  readonly spread: number;
  readonly cases: number;
  readonly deployments: number;
  readonly held: number;
}

type Residual = { readonly deployment: string; readonly error: number };

/** The share of measurements that lie between the shown P10 and P90. */
const INSIDE = 0.8;
/** Fewer measurements, or of fewer deployments, say little about one in ten: the class takes the spread of all makers and models. */
const FEWEST = 30;
const FEWEST_DEPLOYMENTS = 4;
const SERVED = ["dense", "mixture", "other"];
const POOL = /^(dense|mixture|other)/;

/**
 * The spread of each class of prediction, by how near its evidence was: the s for which eight in ten of
 * |ln(predicted / measured)| lie within 1.28 s, which is what the shown P10 and P90 are made of. `held` is the share
 * that is held when a deployment's range is taken from the other deployments.
 */
export function spreadsOf(
  answers: ReadonlyMap<Evidence, readonly Answered[]>,
  lookup: Lookup,
): Map<string, ClassSpread> {
  const classes = new Map<string, Residual[]>();
  const pools = new Map<string, Residual[]>();
  const put = (into: Map<string, Residual[]>, name: string, residual: Residual) =>
    into.set(name, [...(into.get(name) ?? []), residual]);
  for (const [evidence, found] of answers)
    for (const { row, predicted } of found) {
      const kind = kindOf(row);
      const chip = accelerator(row.accelerator);
      const model = modelByName(row.model);
      if (!kind || !chip || !model) continue;
      const name = spreadClass(chip, model, lookup.calibration(chip.architecture), kind, evidence);
      if (name === "unfitted") continue;
      const residual = { deployment: deploymentOf(row), error: Math.abs(Math.log(predicted / row.value)) };
      put(classes, name, residual);
      put(pools, name.replace(POOL, ""), residual);
    }
  return new Map(
    [...pools.keys()].flatMap((pool) =>
      SERVED.map((served): [string, ClassSpread] => {
        const own = classes.get(`${served}${pool}`) ?? [];
        const few = own.length < FEWEST || deploymentsOf(own) < FEWEST_DEPLOYMENTS;
        return [`${served}${pool}`, summary(few ? (pools.get(pool) as Residual[]) : own)];
      }),
    ),
  );
}

const deploymentsOf = (found: readonly Residual[]) => new Set(found.map(({ deployment }) => deployment)).size;

function summary(found: readonly Residual[]): ClassSpread {
  const widths = new Map(
    [...new Set(found.map(({ deployment }) => deployment))].map((left) => [
      left,
      spreadOf(found.filter(({ deployment }) => deployment !== left)),
    ]),
  );
  const held = found.filter(({ deployment, error }) => error <= P90 * (widths.get(deployment) as number));
  return {
    spread: spreadOf(found),
    cases: found.length,
    deployments: widths.size,
    held: held.length / found.length,
  };
}

function spreadOf(found: readonly Residual[]): number {
  const sorted = found.map(({ error }) => error).sort((a, b) => a - b);
  return (sorted[Math.ceil(INSIDE * sorted.length) - 1] ?? Number.POSITIVE_INFINITY) / P90;
}
