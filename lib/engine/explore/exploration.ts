import type { Option, Scenario } from "@/lib/scenario";
import { presetsOf } from "@/lib/scenario/fields";
import { type Plan, planOf } from "@/lib/scenario/plan";
import type { Deployment, Lookup } from "../deployment";
import { draftingOf } from "../search/draft";
import { isRefused, type Result } from "../verdict";
import { type Reference, referenceOf } from "./reference";
import type { Candidate, Space, Split } from "./space";

const PRESETS = presetsOf("options");

/** What one configuration combines, its batch apart. */
export interface Combination {
  readonly candidate: Candidate;
  readonly weights: string;
  readonly cache: string;
  readonly engine: Space["engines"][number];
  readonly split: Split;
}

/** What a person waits for, s: to the first token, per token after it, and for the whole answer. */
export interface Times {
  readonly ttft: number;
  readonly tpot: number;
  readonly answer: number;
}

const isOver = (time: number, goal: number | undefined, share: number): boolean =>
  goal !== undefined && time > goal * share;

/** A scenario's question put to a space, with what its parts share while they are searched. */
export class Exploration {
  private readonly references = new Map<string, Reference>();

  constructor(
    readonly scenario: Scenario,
    readonly lookup: Lookup,
    readonly space: Space,
  ) {}

  /** The combination as an option that says nothing that the scenario says for all. */
  option({ candidate, weights, cache, engine, split }: Combination): Option {
    const { serving } = this.scenario;
    return {
      ...PRESETS,
      ...candidate,
      ...split,
      ...(weights === serving.weights ? {} : { weights }),
      ...(cache === serving.kvCache ? {} : { kvCache: cache }),
      ...(engine === serving.engine ? {} : { engine }),
    } as Option;
  }

  /** The option at a batch of its own. */
  atBatch(option: Option, batch: number): Option {
    return batch === this.scenario.workload.batch ? option : { ...option, batch };
  }

  plan(option: Option): Plan {
    return planOf({ ...this.scenario, options: [option] }, 0);
  }

  /** The batches of a replica that give every attention rank a request. */
  batches({ dp }: Split): readonly number[] {
    return this.space.batches.filter((batch) => batch >= dp);
  }

  /**
   * Whether mean times miss a goal, or the given share of it: a goal for a percentile is kept by means that lie well
   * below it.
   */
  misses({ ttft, tpot, answer }: Times, share = 1): boolean {
    const goals = this.scenario.goals;
    return (
      isOver(ttft, goals.ttft, share) ||
      isOver(tpot, goals.tpot, share) ||
      isOver(answer, goals.answer, share)
    );
  }

  /** The least time of an answer that begins and goes on like that, s. */
  answer(ttft: number, tpot: number): number {
    return ttft + (this.scenario.workload.outputTokens - 1) * tpot;
  }

  /** Least USD for each of the `tokens` of a request, of a replica at `price` USD/s that finishes so many requests/s. */
  cost(price: number, requestRate: number, tokens: number): number {
    return price / this.scenario.finance.utilisation / (requestRate * tokens);
  }

  /** What every chip has in common that stores the model as this deployment does. */
  reference(deployment: Deployment): Result<Reference> {
    const { kernels, cache, stackId, layout, accelerator } = deployment;
    const { tensor, pipeline, data, expert } = layout;
    const key = [kernels.experts.format.id, cache.id, stackId, tensor, pipeline, data, expert]
      .concat(accelerator.cacheCores ?? 1)
      .join();
    const known = this.references.get(key);
    if (known) return known;
    const drafting = draftingOf(deployment, this.lookup);
    if (isRefused(drafting)) return drafting;
    const reference = referenceOf(deployment, { plan: deployment.plan, drafting });
    this.references.set(key, reference);
    return reference;
  }
}
