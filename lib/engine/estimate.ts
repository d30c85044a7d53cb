import type { Quantity } from "@/lib/formula";
import type { Option, Scenario } from "@/lib/scenario";
import { type Plan, planOf } from "@/lib/scenario/plan";
import { applyLoad, bind, promptStep, type Settled } from "./bind";
import type { Lookup } from "./deployment";
import { figureQuantities } from "./figures";
import { batchCapacity, kvBytesPerToken } from "./formulas/memory";
import * as q from "./inputs";
import { isOffline } from "./load";
import { memoryVerdict } from "./memory-verdict";
import { type PriceOrigin, priceOrigin } from "./price";
import { quantities } from "./quantities";
import { resolve } from "./resolve";
import { draftingOf } from "./search/draft";
import { type Goodput, goodputOf } from "./search/goodput";
import { type MemoryPart, memoryParts } from "./search/memory-parts";
import { type Binding, bindingTerm, listOperators, type OperatorEstimate } from "./search/operators";
import { type Range, rangesOf } from "./search/ranges";
import { settle, startOne } from "./search/steady-state";
import { Refusal, type Verdict } from "./verdict";

/** Changes when any number may change for an unchanged catalog. */
export const ENGINE_VERSION = "1.2.0";

/** What one hardware option does. Figures are in base units; one that cannot be known is absent. */
export interface OptionEstimate {
  readonly option: Option;
  readonly accelerator: { readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  readonly figures: Readonly<Record<string, number>>;
  readonly ranges: Readonly<Record<string, Range>>;
  /** Null where it is not known, as in a plan that an earlier engine computed. */
  readonly binding: Binding | null;
  readonly operators: readonly OperatorEstimate[];
  readonly memory: readonly MemoryPart[];
  readonly origin: { readonly price: PriceOrigin };
  /** Things a person should know about how it runs. */
  readonly notes: readonly string[];
  /** The largest load that keeps the scenario's goals; absent without goals. */
  readonly goodput?: Goodput;
}

/** A scenario with the figures of all its options, and the versions they were computed with. */
export interface Estimate {
  readonly engineVersion: string;
  readonly catalogVersion: string;
  readonly scenario: Scenario;
  readonly options: readonly OptionEstimate[];
}

/** Estimates every option of a scenario. Throws UnknownRecord, with the field's path, for an id the catalog lacks. */
export function estimate(scenario: Scenario, lookup: Lookup): Estimate {
  return {
    engineVersion: ENGINE_VERSION,
    catalogVersion: lookup.catalogVersion,
    scenario,
    options: scenario.options.map((_, index) => estimatePlan(planOf(scenario, index), lookup)),
  };
}

/** A plan at its steady state, with the verdict on whether one request fits. */
export function solve(plan: Plan, lookup: Lookup, requests?: number): { settled: Settled; verdict: Verdict } {
  const deployment = resolve(plan, lookup);
  const drafting = draftingOf(deployment, lookup);
  const load = { plan, drafting, ...(requests === undefined ? {} : { requests }) };
  const loaded = applyLoad(bind(deployment), load);
  const verdict = memoryVerdict(loaded, lookup);
  return { settled: verdict.feasible ? settle(loaded) : startOne(loaded), verdict };
}

/** Figures of one solved option by id. Throws for an id that is no plan quantity. */
export type Figures = (id: string) => number;

/**
 * The figures of one option without the rest of an estimate, for those who ask thousands of times. `requests`
 * is the length of an offline run. Without figures there is the reason.
 */
export function solveFigures(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  requests?: number,
): { figures?: Figures; reason?: string } {
  try {
    const { settled, verdict } = solve(planOf(scenario, index), lookup, requests);
    if (!verdict.feasible) return { reason: verdict.message };
    return { figures: (id) => settled.image.value(quantities.get(id) as Quantity) };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

function estimatePlan(plan: Plan, lookup: Lookup): OptionEstimate {
  const { option } = plan;
  const { accelerator } = option;
  const none = {
    figures: {},
    ranges: {},
    operators: [],
    memory: [],
    notes: [],
    binding: "capacity" as const,
  };
  const head = {
    option,
    accelerator: { id: accelerator, name: lookup.accelerator(accelerator)?.name ?? accelerator },
    origin: { price: priceOrigin(option, lookup) },
  };
  try {
    const { settled, verdict } = solve(plan, lookup);
    const { deployment, load, image } = settled;
    const notes = deployment.notes;
    const memory = memoryParts(settled);
    const known = figures(settled, verdict.feasible, head.origin.price);
    if (!verdict.feasible) return { ...none, ...head, verdict, notes, memory, figures: known };
    const operators = listOperators(settled);
    const waiting = image.value(q.concurrency) > image.value(batchCapacity);
    const ranges = rangesOf(deployment, load, lookup, known);
    const binding = bindingTerm(settled, operators, waiting);
    const goodput = goodputOf(settled);
    return {
      ...(goodput ? { goodput } : {}),
      ...head,
      verdict,
      notes,
      memory,
      operators,
      ranges,
      figures: known,
      binding,
    };
  } catch (error) {
    if (error instanceof Refusal) return { ...none, ...head, verdict: error.verdict };
    throw error;
  }
}

/** Plan quantities by id: all when it runs, else those of the memory; none that needs what is not known. */
function figures(settled: Settled, feasible: boolean, price: PriceOrigin): Record<string, number> {
  const { image, deployment, load } = settled;
  const apart = promptStep(settled) === "prompts";
  const found: Record<string, number> = {};
  for (const { quantity, settled: afterwards, needs } of figureQuantities) {
    if (afterwards && !feasible) continue;
    if (needs.price && price.kind === "unknown") continue;
    if (needs.power && !deployment.accelerator.power) continue;
    if (needs.firstToken && isOffline(load)) continue;
    if (apart ? needs.together : needs.apart) continue;
    if (needs.growth && image.value(kvBytesPerToken) === 0) continue;
    const value = image.value(quantity);
    if (!Number.isFinite(value)) throw new Error(`${quantity.id} came out as ${value}`);
    found[quantity.id] = value;
  }
  return found;
}
