import type { Input, Place, Quantity } from "@/lib/formula";
import { atOperation, planOf } from "@/lib/scenario/plan";
import { promptStep } from "./bind";
import type { Lookup } from "./deployment";
import { type Estimate, solve } from "./estimate";
import { type FigureId, figureQuantities } from "./figures";
import { nextBatch } from "./formulas/serving";
import { endless, rankBatch, staticBatching } from "./inputs";
import type { Edit, Given } from "./inputs/given";
import type { Origin } from "./origin";
import { program } from "./quantities";

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

/** Whether an input may be edited in a sheet of one plan; a constant never is. */
export const editOf = (input: Input): Edit | "constant" =>
  input.constant === undefined ? (input as Given).edit : "constant";

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
    };
  });
}

/** The quantity that a solved batch must agree with, and the batch; none where batches are given rather than found. */
export function nextBatchOf(cells: PlanCells): { solved: Quantity; asked: number | undefined } {
  const given = cells.value(staticBatching) > 0 || cells.value(endless) > 0;
  return { solved: nextBatch, asked: given ? undefined : cells.value(rankBatch) };
}
