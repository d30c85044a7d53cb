import { powersOfTwo } from "@/lib/scenario/option-fields";
import type { OptionPatch } from "@/lib/scenario/patch";
import { changedPlan, isOwn, type Plan } from "@/lib/scenario/plan";
import { applyLoad, bind } from "../bind";
import type { Lookup } from "../deployment";
import { fits, MOST_FRACTION, wholePercent } from "../feasibility";
import { NO_DRAFTING } from "../load";
import { resolve } from "../resolve";
import { type Infeasible, isRefused, type Repair } from "../verdict";

/** By judgement: splits over more than this are no repair that somebody looks for. */
const WIDEST = 16;
/** By judgement: a fraction between the default and the most that makes sense. */
const MODEST_FRACTION = 0.95;
const NARROWER = [
  { id: "fp8", label: "FP8 weights" },
  { id: "int4-awq-g128", label: "4-bit weights (AWQ)" },
];

/** The reason with what would make it go away. It lays a plan out for each proposal, so only what is shown asks. */
export const withRepairs = (reason: Infeasible, plan: Plan, lookup: Lookup): Infeasible =>
  reason.reason === "memory" ? { ...reason, repairs: memoryRepairs(plan, lookup) } : reason;

/** Whether one request fits after the change; false when the change is itself impossible. */
function helps(plan: Plan, patch: OptionPatch, lookup: Lookup): boolean {
  const changed = changedPlan(plan, patch);
  const deployment = resolve(changed, lookup);
  if (isRefused(deployment)) return false;
  return fits(applyLoad(bind(deployment), { plan: changed, drafting: NO_DRAFTING }));
}

/** Changes that make room for one request, cheapest first: nothing to pay, fewer bits, then more accelerators. */
function memoryRepairs(plan: Plan, lookup: Lookup): Repair[] {
  const { option, serving } = plan;
  const ownFraction = isOwn(plan, "serving.memoryFraction");
  const proposals: Repair[] = [
    ...[MODEST_FRACTION, MOST_FRACTION]
      .filter((memoryFraction) => memoryFraction > serving.memoryFraction)
      .map((memoryFraction) => ({
        label: `${wholePercent(memoryFraction)} of the memory`,
        patch: ownFraction ? { memoryFraction } : { serving: { memoryFraction } },
      })),
    ...NARROWER.filter(({ id }) => id !== serving.weights).map(({ id, label }) => ({
      label,
      patch: { weights: id },
    })),
    ...powersOfTwo
      .filter((tp) => tp > option.tp && tp <= WIDEST)
      .map((tp) => ({ label: `${tp} accelerators`, patch: { tp } })),
  ];
  const working = proposals.filter(({ patch }) => helps(plan, patch, lookup));
  const kinds = new Map(working.reverse().map((repair) => [Object.keys(repair.patch)[0], repair]));
  return [...kinds.values()].reverse();
}
