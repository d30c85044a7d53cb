import type { Option, Scenario } from "@/lib/scenario";
import { atOperation, planOf } from "@/lib/scenario/plan";
import type { Part } from "@/lib/scenario/topology";
import type { Lookup } from "../deployment";
import { estimatePlan, type OptionEstimate } from "../estimate";
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
    const { serving, option } = planOf(this.scenario, index);
    const memory = this.lookup.accelerator(option.accelerator)?.memory.value;
    if (adapters === 0 || memory === undefined) return option;
    const taken = (adapters * adapterSize) / (option.tp * option.pp) / memory;
    return { ...option, memoryFraction: Math.max(0, serving.memoryFraction - taken) };
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
