import type { Option, Scenario } from "@/lib/scenario";
import { atOperation, planOf } from "@/lib/scenario/plan";
import type { Part } from "@/lib/scenario/topology";
import type { Lookup } from "../deployment";
import { estimatePlan, type OptionEstimate } from "../estimate";
import { load } from "../feasibility";
import { kvBudget } from "../formulas/memory";
import { cacheTakesFree, knobs, memoryCapacity } from "../inputs";
import { type Sized, type Sizing, sized } from "../search/sizing";
import { isRefused, type Result } from "../verdict";

/** One site of a part, sized for its own traffic. */
export interface Site {
  readonly traffic: Scenario["traffic"];
  /** Its estimate at the operating point that was found. */
  readonly estimate: OptionEstimate;
  readonly found: Sized;
}

/** Sizes sites; the same one is sized once. */
export class Sites {
  private readonly known = new Map<string, Result<Site>>();

  constructor(
    private readonly scenario: Scenario,
    private readonly lookup: Lookup,
  ) {}

  /** A site of a part under its own traffic. Its goals are what the network leaves of them. */
  of(index: number, part: Part, traffic: Scenario["traffic"], sizing: Sizing): Result<Site> {
    const { spare, distance, adapters, adapterSize } = part;
    const key = JSON.stringify([index, spare, distance, adapters, adapterSize, traffic, sizing]);
    const found = this.known.get(key) ?? this.size(index, part, traffic, sizing);
    this.known.set(key, found);
    return found;
  }

  private size(index: number, part: Part, traffic: Scenario["traffic"], sizing: Sizing): Result<Site> {
    const { scenario, lookup } = this;
    const goals = goalsAt(scenario.goals, part);
    const options = scenario.options.with(index, this.withAdapters(index, part));
    const plan = planOf({ ...scenario, traffic, goals, options }, index);
    const found = sized(plan, lookup, sizing);
    if (isRefused(found)) return found;
    const estimate = estimatePlan(atOperation(plan, found.patch), lookup);
    return estimate.verdict.feasible ? { traffic, estimate, found } : estimate.verdict;
  }

  /** The option with the memory that adapters leave to the model; each rank of attention holds a copy of them. */
  private withAdapters(index: number, { adapters = 0, adapterSize = 0 }: Part): Option {
    const plan = planOf(this.scenario, index);
    const { option } = plan;
    const loaded = adapters === 0 ? undefined : load(plan, this.lookup);
    if (!loaded || isRefused(loaded)) return option;
    const { image } = loaded;
    const taken = (adapters * adapterSize) / (option.tp * option.pp);
    const [fraction, budget] = [image.value(knobs.memoryFraction), image.value(kvBudget)];
    // A fraction of what is free is the cache's alone: it falls as the cache does.
    const less =
      image.value(cacheTakesFree) > 0
        ? (fraction * fraction * taken) / Math.max(1, budget)
        : taken / image.value(memoryCapacity);
    return { ...option, memoryFraction: Math.max(0, fraction - less) };
  }
}

/** Nobody waits less than nothing: a goal that the network alone misses is kept by no machine. */
function goalsAt(goals: Scenario["goals"], { distance = 0, spare = goals.spare }: Part): Scenario["goals"] {
  const { ttft, answer } = goals;
  return {
    ...goals,
    spare,
    ...(ttft === undefined ? {} : { ttft: Math.max(0, ttft - distance) }),
    ...(answer === undefined ? {} : { answer: Math.max(0, answer - distance) }),
  };
}
