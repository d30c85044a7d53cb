import type { Option, Scenario } from "@/lib/scenario";
import { type Plan, planOf } from "@/lib/scenario/plan";
import type { ApiEstimate } from "./apis/estimate-apis";
import { promptStep, type Settled } from "./bind";
import type { Lookup } from "./deployment";
import { load, memoryVerdict } from "./feasibility";
import {
  type FigureId,
  type FigureQuantity,
  type FigureReader,
  type Figures,
  figureQuantities,
  NEEDS,
  type Need,
  quantityOf,
} from "./figures";
import { incomputable, notFinite } from "./finite";
import type { TopologyEstimate } from "./fleet/topologies";
import { batchCapacity, kvBytesPerToken } from "./formulas/memory";
import * as q from "./inputs";
import { isStated } from "./inputs/place";
import { isOffline } from "./load";
import { type Note, waitNote } from "./notes";
import { marketOf, ownedWithoutPower, type PriceOrigin, priceOrigin } from "./price";
import { type MemoryPart, memoryParts } from "./readings/memory-parts";
import { type Binding, bindingTerm, listOperators, type OperatorEstimate } from "./readings/operator-times";
import { hourSpread, ownedSpread, withPriceRange } from "./readings/price-range";
import { noveltyNote, type Range, rangesOf } from "./readings/ranges";
import { type Goodput, goodputOf } from "./search/goodput";
import { withRepairs } from "./search/repairs";
import type { Sized } from "./search/sizing";
import { settle, startOne } from "./search/steady-state";
import { startIsKnown } from "./shipped";
import { type Infeasible, isRefused, type Result, type Verdict } from "./verdict";
import { ENGINE_VERSION } from "./version";

/** What one hardware option does. Figures are in base units; one that cannot be known is absent. */
export interface OptionEstimate {
  readonly option: Option;
  readonly accelerator: {
    readonly id: string;
    readonly name: string;
    /** Its memory as its maker prints it; absent in a plan that an earlier engine computed. */
    readonly memory?: string;
  };
  /** Name of the model, where the option has one of its own. */
  readonly model?: string;
  readonly verdict: Verdict;
  readonly figures: Figures;
  readonly ranges: Readonly<Partial<Record<FigureId, Range>>>;
  /** Null where it is not known, as in a plan that an earlier engine computed. */
  readonly binding: Binding | null;
  readonly operators: readonly OperatorEstimate[];
  readonly memory: readonly MemoryPart[];
  readonly origin: { readonly price: PriceOrigin };
  /** Things a person should know about how it runs. */
  readonly notes: readonly Note[];
  /** The largest load that keeps the scenario's goals; absent without goals. */
  readonly goodput?: Goodput;
  /** The operating point that its traffic needs, at which all figures are; absent where a batch is asked for. */
  readonly operation?: Sized;
}

/** A scenario with the figures of all its options, and the versions they were computed with. */
export interface Estimate {
  readonly engineVersion: string;
  readonly catalogVersion: string;
  readonly scenario: Scenario;
  readonly options: readonly OptionEstimate[];
  /** The scenario's API offers of its own model, where it has some. */
  readonly apis?: readonly ApiEstimate[];
  /** The scenario's deployment topologies, where it has some and their percentiles were simulated. */
  readonly topologies?: readonly TopologyEstimate[];
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

/** A plan that was asked for: at its steady state, or at one sequence where more do not fit, or not at all. */
type Solved =
  | { readonly verdict: { readonly feasible: true }; readonly settled: Settled }
  | { readonly verdict: Infeasible; readonly settled?: Settled };

/** Solves a plan. What would repair one that does not run is left out. */
export function solve(plan: Plan, lookup: Lookup, requests?: number): Solved {
  const loaded = load(plan, lookup, requests);
  if (isRefused(loaded)) return { verdict: loaded };
  const verdict = memoryVerdict(loaded);
  return verdict.feasible ? { verdict, settled: settle(loaded) } : { verdict, settled: startOne(loaded) };
}

/**
 * The figures of one option without the rest of an estimate, for those who ask thousands of times. `requests`
 * is the length of an offline run. Without figures there is the reason.
 */
export function solveFigures(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  requests?: number,
): { figures?: FigureReader; reason?: string } {
  const solved = solve(planOf(scenario, index), lookup, requests);
  if (!solved.verdict.feasible) return { reason: solved.verdict.message };
  const { image } = (solved as { settled: Settled }).settled;
  return { figures: (id) => image.value(quantityOf(id)) };
}

const NOTHING = {
  figures: {},
  ranges: {},
  operators: [],
  memory: [],
  notes: [],
  binding: "capacity" as const,
};

/** Estimates one plan as it stands. Throws UnknownRecord for an id the catalog lacks. */
export function estimatePlan(plan: Plan, lookup: Lookup): OptionEstimate {
  const { option } = plan;
  const { accelerator } = option;
  const price = priceOrigin(plan, lookup);
  const head = {
    option,
    accelerator: namedBy(accelerator, lookup),
    ...(option.model === undefined ? {} : { model: lookup.model(option.model)?.name ?? option.model }),
    origin: { price },
  };
  const { settled, verdict } = solve(plan, lookup);
  if (!settled)
    return {
      ...NOTHING,
      ...head,
      verdict: verdict.feasible ? verdict : withRepairs(verdict, plan, lookup),
    };
  const memory = memoryParts(settled);
  const figures = figuresOf(settled, verdict.feasible, price);
  if (isRefused(figures)) return { ...NOTHING, ...head, verdict: figures };
  const notes = [
    ...settled.deployment.notes,
    ...noveltyNote(settled.deployment, lookup),
    ...waitNote(figures.ttft),
  ];
  const known = { ...head, notes, memory, figures };
  const whole = verdict.feasible
    ? { ...known, verdict, ...performance(settled, figures, price, lookup) }
    : { ...NOTHING, ...known, verdict: withRepairs(verdict, plan, lookup) };
  // Figures were asked one by one.
  const { figures: asked, ...others } = whole;
  const odd = notFinite(others);
  return odd ? { ...NOTHING, ...head, verdict: incomputable(odd) } : whole;
}

/** What an accelerator and its memory are sold as. */
function namedBy(id: string, lookup: Lookup): OptionEstimate["accelerator"] {
  const chip = lookup.accelerator(id);
  return chip ? { id, name: chip.name, memory: chip.memory.text } : { id, name: id };
}

/** What only a plan that runs has. */
function performance(settled: Settled, figures: Figures, price: PriceOrigin, lookup: Lookup) {
  const { deployment, load, image } = settled;
  const operators = listOperators(settled);
  const waiting = image.value(q.concurrency) > image.value(batchCapacity);
  const goodput = goodputOf(settled);
  const spread = ownedSpread(price, figures) ?? hourSpread(marketOf(deployment.plan, lookup));
  return {
    ...(goodput ? { goodput } : {}),
    operators,
    ranges: withPriceRange(rangesOf(deployment, load, lookup, figures), figures, spread),
    binding: bindingTerm(settled, operators, waiting),
  };
}

/** Plan quantities by id: all when it runs, else those of the memory; none that needs what is not known. */
function figuresOf(settled: Settled, feasible: boolean, price: PriceOrigin): Result<Figures> {
  const values = settled.image.values(READ);
  const found: Partial<Record<FigureId, number>> = {};
  for (const index of meaningful(feasible, lackOf(settled, price))) {
    const { id, quantity } = figureQuantities[index] as FigureQuantity;
    const value = values[index] as number;
    if (!Number.isFinite(value)) return incomputable(quantity.label);
    found[id] = value;
  }
  return found;
}

const READ = figureQuantities.map(({ quantity }) => quantity);

/** Which figures mean something, by what a plan lacks: there are few ways to lack something, and many plans. */
const known = new Map<string, readonly number[]>();

function meaningful(feasible: boolean, lacks: ReadonlySet<Need>): readonly number[] {
  const key = `${feasible} ${[...lacks]}`;
  const kept =
    known.get(key) ??
    figureQuantities.flatMap(({ settled, needs }, index) =>
      (settled && !feasible) || needs.some((need) => lacks.has(need)) ? [] : [index],
    );
  known.set(key, kept);
  return kept;
}

/** What figures may need and a plan does not have. */
function lackOf(settled: Settled, price: PriceOrigin): ReadonlySet<Need> {
  const { image, deployment, load } = settled;
  const has: Record<Need, boolean> = {
    price: price.kind !== "unknown",
    listed: price.kind !== "unknown" && price.kind !== "purchase",
    rented: deployment.plan.finance.hardware === "rented",
    purchase: price.kind === "purchase",
    power: deployment.accelerator.power !== undefined,
    ownElectricity: !ownedWithoutPower(deployment),
    electricity: isStated(deployment, "electricity"),
    carbon: isStated(deployment, "carbon"),
    firstToken: !isOffline(load),
    together: promptStep(settled) === "mixed",
    apart: promptStep(settled) === "prompts",
    start: startIsKnown(deployment),
    growth: image.value(kvBytesPerToken) !== 0,
  };
  return new Set(NEEDS.filter((need) => !has[need]));
}
