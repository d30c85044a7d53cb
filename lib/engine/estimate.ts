import type { Quantity } from "@/lib/formula";
import type { Option, Scenario } from "@/lib/scenario";
import { bindPlan, type Load, loadOf, type Plan } from "./bind";
import type { Lookup } from "./deployment";
import { figureQuantities } from "./figures";
import { batchCapacity, kvBytesPerToken } from "./formulas/memory";
import * as q from "./inputs";
import { memoryVerdict } from "./memory-verdict";
import { quantities } from "./quantities";
import { resolve } from "./resolve";
import { draftingOf } from "./search/draft";
import { type Goodput, goodputOf } from "./search/goodput";
import { type MemoryPart, memoryParts } from "./search/memory-parts";
import { type Binding, bindingTerm, listOperators, type OperatorEstimate } from "./search/operators";
import { type Range, rangesOf } from "./search/ranges";
import { applyLoad, promptStep, settle, startOne } from "./search/steady-state";
import { termsOf } from "./terms";
import { Refusal, type Verdict } from "./verdict";

/** Changes when any number may change for an unchanged catalog. */
export const ENGINE_VERSION = "1.2.0";

/** Where an option's price comes from. */
export type PriceOrigin =
  | { readonly kind: "user" }
  | { readonly kind: "catalog"; readonly price: string; readonly asOf: string; readonly source: string }
  | { readonly kind: "unknown" };

/** What one hardware option does. Figures are in base units; one that cannot be known is absent. */
export interface OptionEstimate {
  readonly option: Option;
  readonly accelerator: { readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  readonly figures: Readonly<Record<string, number>>;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly binding: Binding;
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
    options: scenario.options.map((_, index) => estimateOption(scenario, index, lookup)),
  };
}

/** A plan at its steady state, with the verdict on whether one request fits. */
export function solve(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  requests?: number,
): { plan: Plan; load: Load; verdict: Verdict } {
  const terms = termsOf(scenario, index, lookup);
  const deployment = resolve(scenario, index, lookup);
  const plan = bindPlan(deployment, terms);
  const drafted = loadOf(scenario, draftingOf(scenario, deployment, terms, lookup));
  const load = requests === undefined ? drafted : { ...drafted, requests };
  applyLoad(plan, load);
  const verdict = memoryVerdict(plan, scenario, index, lookup);
  if (verdict.feasible) settle(plan, load);
  else startOne(plan);
  return { plan, load, verdict };
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
    const { plan, verdict } = solve(scenario, index, lookup, requests);
    if (!verdict.feasible) return { reason: verdict.message };
    return { figures: (id) => plan.image.value(quantities.get(id) as Quantity) };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

function estimateOption(scenario: Scenario, index: number, lookup: Lookup): OptionEstimate {
  const option = scenario.options[index] as Option;
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
    const { plan, load, verdict } = solve(scenario, index, lookup);
    const notes = plan.deployment.notes;
    const memory = memoryParts(plan);
    const known = figures(plan, load, verdict.feasible, head.origin.price);
    if (!verdict.feasible) return { ...none, ...head, verdict, notes, memory, figures: known };
    const operators = listOperators(plan);
    const waiting = plan.image.value(q.concurrency) > plan.image.value(batchCapacity);
    const ranges = rangesOf(plan.deployment, load, lookup, known);
    const binding = bindingTerm(plan, operators, waiting);
    const goodput = goodputOf(plan, load, scenario);
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
function figures(plan: Plan, load: Load, feasible: boolean, price: PriceOrigin): Record<string, number> {
  const { image, deployment } = plan;
  const apart = promptStep(plan) === "prompts";
  const found: Record<string, number> = {};
  for (const { quantity, settled, needs } of figureQuantities) {
    if (settled && !feasible) continue;
    if (needs.price && price.kind === "unknown") continue;
    if (needs.power && !deployment.accelerator.power) continue;
    if (needs.firstToken && load.batching === "offline") continue;
    if (apart ? needs.together : needs.apart) continue;
    if (needs.growth && image.value(kvBytesPerToken) === 0) continue;
    const value = image.value(quantity);
    if (!Number.isFinite(value)) throw new Error(`${quantity.id} came out as ${value}`);
    found[quantity.id] = value;
  }
  return found;
}

function priceOrigin({ accelerator, pricePerHour }: Option, lookup: Lookup): PriceOrigin {
  if (pricePerHour !== undefined) return { kind: "user" };
  const price = lookup.price(accelerator);
  return price
    ? { kind: "catalog", price: price.id, asOf: price.asOf, source: price.source }
    : { kind: "unknown" };
}
