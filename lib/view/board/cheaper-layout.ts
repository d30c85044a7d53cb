import { answerOption, type Lookup } from "@/lib/engine";
import { rankedBy } from "@/lib/engine/ranking";
import { powersOfTwo } from "@/lib/scenario/option-fields";
import { applyOptionPatch, type OptionPatch } from "@/lib/scenario/patch";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { isAsked } from "../goals";

/** The same accelerator, split over another number of them, that serves the question for less. */
export type CheaperLayout = {
  tp: number;
  patch: OptionPatch;
  accelerators: number;
  /** USD a month, and what options are ranked by. */
  month: number;
  rank: number;
};

/** By judgement: what a layout saves at least before it is worth saying, and the widest split that is looked at. */
const WORTH = 0.02;
const WIDEST = 8;

/**
 * The cheapest split of an option that keeps the goals, by simulation as the board judges, where it is cheaper than the one
 * that is planned; none where nothing is, where a batch is asked for, and where a hand has fixed replicas, batch or a layout of
 * more than a split.
 */
export function cheaperLayoutOf(scenario: Scenario, index: number, lookup: Lookup): CheaperLayout[] {
  const { option } = planOf(scenario, index);
  const { tp: now, pp, dp, ep, replicas, batch, prefillReplicas, instances = 1 } = option;
  const isFixed = (replicas ?? batch) !== undefined || pp * dp * ep * instances > 1 || prefillReplicas > 0;
  if (!isAsked(scenario) || isFixed) return [];
  const by = rankedBy(scenario);
  const answered = (tp: number, sizing?: { simulate: false }): CheaperLayout | undefined => {
    const patch = { tp };
    const found = answerOption(applyOptionPatch(scenario, index, patch), index, lookup, sizing);
    const { figures, operation, notes } = found;
    const { [by]: rank, monthlyCost: month, acceleratorCount: accelerators } = figures;
    const sound = operation?.keeps && !notes.some(({ severity }) => severity === "serious");
    return sound && rank !== undefined && month !== undefined && accelerators !== undefined
      ? { tp, patch, accelerators, month, rank }
      : undefined;
  };
  const planned = answered(now);
  if (!planned) return [];
  // Means take a moment, and most splits cost too much by them alone. Simulation can ask for less than they do: it did in 11 of 200
  // random plans (in 4 of them both keep the goals) and for 7 splits of 125 more, in none of which a cheaper split was missed so.
  const byMeans = powersOfTwo
    .filter((tp) => tp !== now && tp <= Math.max(WIDEST, now))
    .flatMap((tp) => answered(tp, { simulate: false }) ?? [])
    .sort((a, b) => a.rank - b.rank);
  let best: CheaperLayout | undefined;
  let below = planned.rank * (1 - WORTH);
  for (const { tp, rank } of byMeans) {
    if (rank >= below) break;
    const found = answered(tp);
    if (!found || found.rank >= below) continue;
    best = found;
    below = found.rank;
  }
  return best ? [best] : [];
}
