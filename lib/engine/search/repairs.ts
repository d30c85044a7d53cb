import type { OptionPatch } from "@/lib/scenario/patch";
import { changedPlan, isOwn, type Plan } from "@/lib/scenario/plan";
import { applyLoad, bind } from "../bind";
import type { Lookup } from "../deployment";
import { neededBytes } from "../formulas/memory";
import * as q from "../inputs";
import { NO_DRAFTING } from "../load";
import { resolve } from "../resolve";
import { Refusal, type Repair } from "../verdict";

const WIDER = [2, 4, 8, 16];
const NARROWER = [
  { id: "fp8", label: "FP8 weights" },
  { id: "int4-awq-g128", label: "4-bit weights (AWQ)" },
];
/** Fractions above this leave too little for the runtime to be worth proposing. */
const MOST_FRACTION = 0.97;

/** Whether one request fits after the change; false when the change is itself impossible. */
function fits(plan: Plan, patch: OptionPatch, lookup: Lookup): boolean {
  const changed = changedPlan(plan, patch);
  try {
    const { image } = applyLoad(bind(resolve(changed, lookup)), { plan: changed, drafting: NO_DRAFTING });
    return image.value(neededBytes) <= image.value(q.memoryFraction) * image.value(q.memoryCapacity);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The fraction of memory at which one request would start, when there is one that leaves room for the runtime. */
export function fractionThatFits(needed: number, runtime: number, capacity: number): number | undefined {
  const fraction = Math.ceil((needed / capacity) * 100) / 100;
  const leaves = (1 - fraction) * capacity;
  return fraction <= MOST_FRACTION && leaves >= runtime ? fraction : undefined;
}

/** Changes that make room for one request, cheapest first: nothing to pay, fewer bits, then more accelerators. */
export function memoryRepairs(plan: Plan, lookup: Lookup): Repair[] {
  const { option, serving } = plan;
  const ownFraction = isOwn(plan, "serving.memoryFraction");
  const proposals: Repair[] = [
    ...[0.95, MOST_FRACTION]
      .filter((memoryFraction) => memoryFraction > serving.memoryFraction)
      .map((memoryFraction) => ({
        label: `${Math.round(memoryFraction * 100)} % of the memory`,
        patch: ownFraction ? { memoryFraction } : { serving: { memoryFraction } },
      })),
    ...NARROWER.filter(({ id }) => id !== serving.weights).map(({ id, label }) => ({
      label,
      patch: { weights: id },
    })),
    ...WIDER.filter((tp) => tp > option.tp).map((tp) => ({ label: `${tp} accelerators`, patch: { tp } })),
  ];
  const working = proposals.filter(({ patch }) => fits(plan, patch, lookup));
  const kinds = new Map(working.reverse().map((repair) => [Object.keys(repair.patch)[0], repair]));
  return [...kinds.values()].reverse();
}
