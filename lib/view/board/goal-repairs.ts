import { isSimulated, type Lookup } from "@/lib/engine";
import { Exploration, explore, simulated, type Way, wholeSpace } from "@/lib/engine/explore";
import type { OptionPatch } from "@/lib/scenario/patch";
import { type Plan, planOf } from "@/lib/scenario/plan";
import type { Option, Scenario } from "@/lib/scenario/schema";
import { isAsked } from "../goals";

/** A change with which an option keeps the goals, in words and as one click, and what it then costs. */
export type GoalRepair = {
  label: string;
  patch: OptionPatch;
  /** USD a month, and what it is ranked by. */
  month: number;
  rank: number;
  accelerators: number;
};

/** What a change of format saves at least before it is proposed beside one of the layout, as a fraction. */
const WORTH = 0.02;
/** Contenders whose percentiles are simulated, the cheapest first. */
const TRIED = 8;
/** By definition: formats with fewer bits than this are tried only where one is planned already. */
const EIGHT_BITS = 8;

/**
 * Changes to one option with which it keeps the goals that it misses, the cheapest first: the search looks at every legal
 * layout of the same accelerator, wider and narrower formats, smaller batches, and as many replicas as are then needed;
 * percentiles are simulated. Everything else that the option says stays. Empty where none of them keeps the goals.
 */
export function goalRepairsOf(scenario: Scenario, index: number, lookup: Lookup): GoalRepair[] {
  const plan = planOf(scenario, index);
  const { accelerator, pricePerHour, offer } = plan.option;
  // What the option says for itself is said for all, so that the search starts from it.
  const { workload, serving, finance, money } = plan;
  const asked: Scenario = { ...scenario, workload, serving, finance, money, options: [plan.option] };
  const candidate = {
    accelerator,
    ...(pricePerHour === undefined ? {} : { pricePerHour }),
    ...(offer === undefined ? {} : { offer }),
  };
  const narrow = (lookup.format(serving.weights)?.bits ?? EIGHT_BITS) < EIGHT_BITS;
  const space = {
    ...wholeSpace(asked, [candidate], { narrow }, lookup),
    engines: [serving.engine],
  };
  const search = explore(asked, lookup, space);
  let step = search.next();
  while (!step.done) step = search.next();
  const question = new Exploration(asked, lookup, space);
  const simulates = isSimulated(planOf(asked, 0));
  const ways = step.value.best.slice(0, TRIED).flatMap((contender) => {
    const { way } = simulates ? (simulated(question, contender.point) ?? contender) : contender;
    return way.keeps ? [way] : [];
  });
  return chosen(ways).flatMap((way): GoalRepair[] => {
    const patch = patchOf(way.option, plan, scenario);
    const label = labelOf(patch, plan, lookup);
    const { monthlyCost, acceleratorCount } = way.figures;
    return label
      ? [{ label, patch, month: monthlyCost, rank: way.rank, accelerators: acceleratorCount }]
      : [];
  });
}

/** The cheapest that leaves the formats as they are, and before it one that does not where that saves anything worth a format. */
function chosen(ways: readonly Way[]): Way[] {
  const byCost = ways.toSorted((a, b) => a.rank - b.rank);
  const same = byCost.find(({ option }) => option.weights === undefined && option.kvCache === undefined);
  const other = byCost.find((way) => way !== same);
  if (!same || !other) return byCost.slice(0, 1);
  return other.rank < same.rank * (1 - WORTH) ? [other, same] : [same];
}

/** The way as a change of the option, which keeps everything else that it says. */
function patchOf({ tp, pp, dp, ep, weights, kvCache, batch }: Option, plan: Plan, scenario: Scenario) {
  const { prefillReplicas: apart, instances } = plan.option;
  return {
    // The search looks at whole accelerators.
    ...(instances === undefined ? {} : { instances: undefined }),
    tp,
    pp,
    dp,
    ep,
    ...(apart > 0 ? { prefillReplicas: 0 } : {}),
    ...(weights === undefined ? {} : { weights }),
    ...(kvCache === undefined ? {} : { kvCache }),
    ...(isAsked(scenario) ? { replicas: undefined, batch: undefined } : batch === undefined ? {} : { batch }),
  } satisfies OptionPatch;
}

/** What of the option changes: "TP 4, BF16 weights"; empty where nothing does. */
function labelOf(
  patch: ReturnType<typeof patchOf>,
  { option, serving, workload }: Plan,
  lookup: Lookup,
): string {
  const nameOf = (id: string) => lookup.format(id)?.name ?? id;
  const splits = (["tp", "pp", "dp", "ep"] as const).filter((key) => patch[key] !== option[key]);
  const { weights = serving.weights, kvCache = serving.kvCache } = patch;
  const batch = "batch" in patch ? patch.batch : undefined;
  return [
    ...splits.map((key) => `${key.toUpperCase()} ${patch[key]}`),
    "instances" in patch && "one instance an accelerator",
    "prefillReplicas" in patch && "prompts on the same replicas",
    weights !== serving.weights && `${nameOf(weights)} weights`,
    kvCache !== serving.kvCache && `${nameOf(kvCache)} cache`,
    "replicas" in patch && option.replicas !== undefined && "replicas as needed",
    "replicas" in patch && option.batch !== undefined && "batch as found",
    batch !== undefined && batch !== workload.batch && `batch ${batch}`,
  ]
    .filter(Boolean)
    .join(", ");
}
