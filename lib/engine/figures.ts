import { type Formula, inOrder, type Quantity } from "@/lib/formula";
import { ownElectricity } from "./formulas/cost";
import { contextCapacity } from "./formulas/memory";
import { admittedTtft, mixedStepTime, promptStepTime } from "./formulas/prompts";
import { firstTokenTime, ttft } from "./formulas/serving";
import {
  acceleratorPrice,
  boardPower,
  carbonIntensity,
  electricityPrice,
  hbmBandwidth,
  memoryCapacity,
  peakCompute,
  rankBatch,
} from "./inputs";
import { type ModuleId, type modules, quantities } from "./quantities";

/** Inputs that charts draw beside the formulas: the roof and the size of the memory. */
type Drawn = "memoryCapacity" | "hbmBandwidth" | "peakCompute";

type Formulas = Exclude<ModuleId, "inputs">;

/** The name of a formula, or of an input that charts draw. A name that is none does not compile. */
export type FigureId = { [M in Formulas]: keyof (typeof modules)[M] }[Formulas] | Drawn;

/** The figures of an option; one that cannot be known is absent. */
export type Figures = Readonly<Partial<Record<FigureId, number>>>;

/** A figure, or an input that a plan has one value of. */
export type QuantityId = FigureId | keyof (typeof modules)["inputs"];

/** Reads figures and inputs of a solved plan by name. */
export type FigureReader = (id: QuantityId) => number;

/** The quantity of that name. */
export const quantityOf = (id: QuantityId): Quantity => quantities.get(id) as Quantity;

/** A figure of an estimate, and what has to be there before it means something. */
export interface FigureQuantity {
  readonly id: FigureId;
  readonly quantity: Quantity;
  /** It exists only when the plan runs. */
  readonly settled: boolean;
  readonly needs: {
    readonly price: boolean;
    readonly power: boolean;
    /** A price of electricity, and its carbon, where the machines stand. */
    readonly electricity: boolean;
    readonly carbon: boolean;
    /** The electricity of hardware, where it is owned. */
    readonly ownElectricity: boolean;
    /** A time to first token, which a run that queues everything does not have. */
    readonly firstToken: boolean;
    /** Prompts riding on decode steps, or kept apart from them. */
    readonly together: boolean;
    readonly apart: boolean;
    /** A cache that grows with the context. */
    readonly growth: boolean;
  };
}

const DRAWN: ReadonlySet<Quantity> = new Set([memoryCapacity, hbmBandwidth, peakCompute]);

/** Every formula of the plan, and the inputs that charts need. */
export const figureQuantities: readonly FigureQuantity[] = [...quantities.values()]
  .filter(
    (quantity) =>
      DRAWN.has(quantity) || (quantity.kind !== "input" && !quantity.scope.row && !quantity.scope.step),
  )
  .map((quantity) => {
    const read = new Set(inOrder([quantity]));
    const needs = {
      price: read.has(acceleratorPrice),
      power: unconditional(quantity, new Set([boardPower])),
      electricity: unconditional(quantity, new Set([electricityPrice])),
      carbon: unconditional(quantity, new Set([carbonIntensity])),
      ownElectricity: read.has(ownElectricity),
      firstToken: unconditional(quantity, new Set([ttft, firstTokenTime, admittedTtft])),
      together: unconditional(quantity, new Set([mixedStepTime])),
      apart: unconditional(quantity, new Set([promptStepTime])),
      growth: unconditional(quantity, new Set([contextCapacity])),
    };
    return { id: quantity.id as FigureId, quantity, settled: read.has(rankBatch), needs };
  });

/** Whether the quantity reads one of `wanted` in every case, rather than behind an "if" that may choose otherwise. */
function unconditional(quantity: Quantity, wanted: ReadonlySet<Quantity>): boolean {
  if (wanted.has(quantity)) return true;
  if (quantity.kind !== "formula" || chooses(quantity)) return false;
  return quantity.holes.some((hole) => unconditional(hole, wanted));
}

function chooses({ node }: Formula): boolean {
  const choices = node.filter(
    (part) => part.type === "FunctionNode" && (part as unknown as { fn: { name: string } }).fn.name === "if",
  );
  return choices.length > 0;
}
