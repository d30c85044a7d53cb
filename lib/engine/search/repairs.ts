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
const WIDER = [
  { label: "FP8 weights", patch: { weights: "fp8" } },
  { label: "16-bit weights", patch: { weights: "bf16" } },
];
const WIDER_CACHES: readonly { label: string; patch: { kvCache?: string } }[] = [
  { label: "", patch: {} },
  { label: "FP8 cache", patch: { kvCache: "fp8" } },
  { label: "16-bit cache", patch: { kvCache: "bf16" } },
];
/** By judgement: formats with the layout as it is, else over twice or four times as many. */
const FURTHER = [1, 2, 4];
const NARROWER = [
  { id: "fp8", label: "FP8 weights" },
  { id: "int4-awq-g128", label: "4-bit weights (AWQ)" },
];

/** The reason with what would make it go away. It lays a plan out for each proposal, so only what is shown asks. */
export function withRepairs(reason: Infeasible, plan: Plan, lookup: Lookup): Infeasible {
  if (reason.reason === "memory") return { ...reason, repairs: memoryRepairs(plan, lookup) };
  return reason.reason === "accuracy" ? { ...reason, repairs: accuracyRepairs(plan, lookup) } : reason;
}

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

/** The narrowest formats that keep the accuracy floor, on as few more accelerators as hold them. */
function accuracyRepairs(plan: Plan, lookup: Lookup): Repair[] {
  const { option, serving } = plan;
  const caches = WIDER_CACHES.filter(({ patch }) => patch.kvCache !== serving.kvCache);
  const proposals = FURTHER.flatMap((times) =>
    [{ label: "", patch: {} }, ...WIDER].flatMap((weights) =>
      caches.map((cache): Repair => {
        const split = times > 1 ? [`${times * option.tp} accelerators`] : [];
        return {
          label: [weights.label, cache.label, ...split].filter(Boolean).join(", "),
          patch: { ...weights.patch, ...cache.patch, ...(times > 1 ? { tp: times * option.tp } : {}) },
        };
      }),
    ),
  );
  const working = proposals.filter(({ patch }) => helps(plan, patch, lookup));
  return working.slice(0, MOST_SHOWN);
}
/** By judgement: as many as a row has room for. */
const MOST_SHOWN = 2;
