import type { Program } from "@/lib/formula";
import type { Plan } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import { applyLoad, bind, type Loaded } from "./bind";
import type { Lookup } from "./deployment";
import { activationBytes, grantedBytes, neededBytes } from "./formulas/memory";
import * as q from "./inputs";
import type { Load } from "./load";
import { resolve } from "./resolve";
import { draftingOf } from "./search/draft";
import { isRefused, type Result, type Verdict } from "./verdict";

/** By judgement: fractions above this leave too little for the runtime to be worth proposing. */
export const MOST_FRACTION = 0.97;

/** By definition of a per cent, in which fractions of memory are proposed and said. */
const HUNDREDTHS = 100;
export const wholePercent = (share: number) => `${Math.round(share * HUNDREDTHS)} %`;

/**
 * A plan with everything found, laid out and under its load, or why it cannot be. `requests` is the length of an
 * offline run, `evaluated` what is computed where that is not everything. Throws UnknownRecord for an id that does not exist.
 */
export function load(plan: Plan, lookup: Lookup, requests?: number, evaluated?: Program): Result<Loaded> {
  const deployment = resolve(plan, lookup);
  if (isRefused(deployment)) return deployment;
  const drafting = draftingOf(deployment, lookup);
  if (isRefused(drafting)) return drafting;
  const asked: Load = { plan, drafting, ...(requests === undefined ? {} : { requests }) };
  return applyLoad(bind(deployment, evaluated), asked);
}

/** Whether a plan runs, without its figures and without what would repair it: for those who ask thousands of times. */
export function feasibility(plan: Plan, lookup: Lookup): Verdict {
  const loaded = load(plan, lookup);
  return isRefused(loaded) ? loaded : memoryVerdict(loaded);
}

/** Whether one request of full length starts in the memory the server may use. */
export function fits({ image }: Loaded): boolean {
  return image.value(neededBytes) <= image.value(grantedBytes);
}

/** The same with the amounts in words. What would make it start is found apart (search/repairs.ts). */
export function memoryVerdict(loaded: Loaded): Verdict {
  if (fits(loaded)) return { feasible: true };
  const { image, deployment } = loaded;
  const needs = image.value(neededBytes);
  const fraction = image.value(q.knobs.memoryFraction);
  const capacity = image.value(q.memoryCapacity);
  const has = image.value(grantedBytes);
  const outside =
    image.value(q.runtimeBytes) + image.value(q.activationsOutside) * image.value(activationBytes);
  const ofAll = image.value(q.cacheTakesFree) === 0;
  const enough = ofAll ? fractionThatFits(needs, outside, capacity) : undefined;
  const bytes = (value: number) => {
    const { number, unit } = formatQuantity(value, "B");
    return `${number} ${unit}`;
  };
  const { tensor } = deployment.layout;
  const each = tensor > 1 ? ` on each of ${tensor} accelerators` : "";
  const instead = enough === undefined ? "" : `; a fraction of ${wholePercent(enough)} would start`;
  return {
    feasible: false,
    reason: "memory",
    message: `Needs ${bytes(needs)}${each}, has ${bytes(has)}${ofAll ? ` (${wholePercent(fraction)} of ${bytes(capacity)})` : ""}${instead}`,
    needs,
    has,
    unit: "B",
    path: "tp",
    repairs: [],
  };
}

/** The fraction of memory at which one request would start, when there is one that leaves room for what lies outside it. */
function fractionThatFits(needed: number, outside: number, capacity: number): number | undefined {
  const fraction = Math.ceil((needed / capacity) * HUNDREDTHS) / HUNDREDTHS;
  const leaves = (1 - fraction) * capacity;
  return fraction <= MOST_FRACTION && leaves >= outside ? fraction : undefined;
}
