import { type Formula, formula, type Input, type Place, type Quantity } from "@/lib/formula";
import { offerOf } from "@/lib/scenario/offer";
import { atOperation, planOf } from "@/lib/scenario/plan";
import { promptStep, type Settled } from "./bind";
import type { Lookup } from "./deployment";
import { type Estimate, solve } from "./estimate";
import { type FigureId, figureQuantities } from "./figures";
import { rankConcurrency } from "./formulas/load";
import { rankCapacity } from "./formulas/memory";
import { nextBatch } from "./formulas/serving";
import * as q from "./inputs";
import type { Given } from "./inputs/given";
import type { Origin } from "./origin";
import { listedPrice, marketOf, priceOrigin } from "./price";
import { type Edit, editOf, program } from "./quantities";

/** A plan as a sheet of cells: every quantity with its formula, where it has a value, and what may be edited. */
export interface PlanCells {
  /** The operator rows, and the steps that this plan is made of. */
  readonly rows: readonly { readonly label: string; readonly kind: string }[];
  readonly steps: readonly string[];
  /** The value in base units. */
  readonly value: (quantity: Quantity, place?: Place) => number;
  /** Whether a quantity of the plan means something here; what does not is left empty. */
  readonly known: (quantity: Quantity) => boolean;
  readonly origin: (input: Input) => Origin;
  /** From where to where others are asked to pay, of an input that is a price with a market; in its unit. */
  readonly asked: (input: Input) => AskedRange | undefined;
  /** Whether a person may change the input in a workbook of this plan; a constant never. */
  readonly edit: (input: Input) => Edit | "constant";
  /** How an input follows from others in this plan, where a search sets it that has nothing to find. */
  readonly follows: (input: Input) => Formula | undefined;
}

/** What is asked for the same thing elsewhere, and of which day. */
export interface AskedRange {
  readonly low: number;
  readonly high: number;
  readonly asOf?: string;
}

/** Every quantity of a plan, each after what it reads. */
export const cellQuantities: readonly Quantity[] = program.quantities;

/** Whether a quantity of operator rows is needed for rows of a kind; others have no value of it. */
export function neededFor(quantity: Quantity, kind: string): boolean {
  const kinds = program.kinds.get(quantity);
  return kinds === "all" || kinds?.has(kind) === true;
}

const figures = new Set(figureQuantities.map(({ quantity }) => quantity));
/** Whether an estimate lists the quantity among its figures. */
export const isFigure = (quantity: Quantity): boolean => figures.has(quantity);

/** What the search for a batch reads of the lengths and the load, and nothing else does before the formulas. */
const LENGTHS: ReadonlySet<Input> = new Set<Input>([
  q.knobs.turnTokens,
  q.knobs.outputTokens,
  q.knobs.cachedPrefix,
  q.knobs.inputSpread,
  q.knobs.outputSpread,
  q.knobs.longestInput,
  q.knobs.longestOutput,
  q.knobs.batchWindow,
]);

/** The batch of a plan that searches for none: what is asked for, as far as memory holds it (search/steady-state.ts). */
const givenBatch: Formula = formula(
  "1",
  "Sequences that decode together where nobody comes and goes",
)`min(${rankConcurrency}, ${rankCapacity})`;

/**
 * Whether a plan's batch is given: no steady state is searched for, no fleet is sized, and no measurement corrects it by
 * its lengths. Its lengths may then be edited, and the batch follows.
 */
const isPinned = ({ load: { plan }, rows }: Settled): boolean =>
  plan.serving.batching !== "continuous" &&
  plan.serving.speculation === "none" &&
  plan.traffic.load === "batch" &&
  rows.every(({ values }) => !values.some(([input]) => input === q.anchorApart));

/** What sizing a fleet for its traffic reads, and what it finds, beside all that the search for a batch reads. */
const SIZED: ReadonlySet<Input> = new Set<Input>([
  ...q.knobsIn("traffic"),
  q.replicas,
  q.prefillReplicas,
  q.knobs.utilisation,
]);

function editIn(settled: Settled, input: Input): Edit | "constant" {
  if (input.constant !== undefined) return "constant";
  if (SIZED.has(input) && settled.load.plan.traffic.load !== "batch") return "searched";
  return LENGTHS.has(input) && isPinned(settled) ? "free" : editOf(input as Given);
}

/** The range of an input that is a price: eight offers in ten of an hour, or what publications say that a purchase costs. */
function askedFor({ deployment }: Settled, input: Input, lookup: Lookup): AskedRange | undefined {
  const { plan } = deployment;
  if (input === q.listedHour) {
    const market = marketOf(plan, lookup);
    const asOf = offerOf(plan.option)?.asOf ?? listedPrice(plan, lookup)?.asOf;
    return market && { low: market.p10, high: market.p90, ...(asOf === undefined ? {} : { asOf }) };
  }
  const price = input === q.purchasePrice ? priceOrigin(plan, lookup) : undefined;
  return price?.kind === "purchase" ? price.spread : undefined;
}

/** The cells of each option, undefined for one that does not run. */
export function cellsOf({ scenario, options }: Estimate, lookup: Lookup): (PlanCells | undefined)[] {
  return options.map(({ figures, verdict, operation }, index) => {
    if (!verdict.feasible) return undefined;
    const plan = planOf(scenario, index);
    // What was found for the traffic is the point that the figures are of.
    const { settled } = solve(operation ? atOperation(plan, operation.patch) : plan, lookup);
    if (!settled) return undefined;
    const { image, rows, deployment, load } = settled;
    return {
      rows: rows.map(({ label, kind }) => ({ label, kind })),
      steps: ["decode", promptStep(settled)],
      value: (quantity, place) => image.value(quantity, place),
      known: (quantity) => !isFigure(quantity) || figures[quantity.id as FigureId] !== undefined,
      origin: (input) =>
        input.constant === undefined
          ? (input as Given).origin({ deployment, load, lookup, row: rows[0] as (typeof rows)[number] })
          : { kind: "constant", text: input.label },
      asked: (input) => askedFor(settled, input, lookup),
      edit: (input) => editIn(settled, input),
      follows: (input) => (input === q.rankBatch && isPinned(settled) ? givenBatch : undefined),
    };
  });
}

/** The quantity that a solved batch must agree with, and the batch; none where batches are given rather than found. */
export function nextBatchOf(cells: PlanCells): { solved: Quantity; asked: number | undefined } {
  const given = cells.value(q.staticBatching) > 0 || cells.value(q.endless) > 0;
  return { solved: nextBatch, asked: given ? undefined : cells.value(q.rankBatch) };
}
