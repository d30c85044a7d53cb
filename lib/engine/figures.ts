import { type Formula, inOrder, type Quantity } from "@/lib/formula";
import { ownElectricity } from "./formulas/cost";
import { usefulMixed, usefulPrompts } from "./formulas/effort";
import { acceleratorPrice, netHour } from "./formulas/hour";
import { contextCapacity } from "./formulas/memory";
import { admittedTtft, predictedMixedTime, predictedPromptTime } from "./formulas/prompts";
import { busyTtft, emittedTtft, firstTokenTime, roomyTtft, ttft } from "./formulas/serving";
import {
  boardPower,
  carbonIntensity,
  electricityPrice,
  hbmBandwidth,
  knobs,
  listedHour,
  memoryCapacity,
  peakCompute,
  purchasePrice,
  rankBatch,
  startTime,
} from "./inputs";
import { type ModuleId, type modules, quantities } from "./quantities";

const { hostingPrice, staffPrice } = knobs;

/** Inputs that charts draw beside the formulas: the roof and the size of the memory. */
type Drawn = "memoryCapacity" | "hbmBandwidth" | "peakCompute";

type Formulas = Exclude<ModuleId, "inputs">;

/** The name of a formula, or of an input that charts draw. A name that is none does not compile. */
export type FigureId = { [M in Formulas]: keyof (typeof modules)[M] }[Formulas] | Drawn;

/** The unit that its formula is declared in. */
export type UnitOf<Id extends FigureId> = {
  [M in ModuleId]: Id extends keyof (typeof modules)[M]
    ? (typeof modules)[M][Id] extends { readonly unit: infer Unit }
      ? Unit
      : never
    : never;
}[ModuleId];

/** The figures of an option; one that cannot be known is absent. */
export type Figures = Readonly<Partial<Record<FigureId, number>>>;

/** A figure, or an input that a plan has one value of. */
export type QuantityId = FigureId | keyof (typeof modules)["inputs"];

/** Reads figures and inputs of a solved plan by name. */
export type FigureReader = (id: QuantityId) => number;

/** The quantity of that name. */
export const quantityOf = (id: QuantityId): Quantity => quantities.get(id) as Quantity;

/** What a figure may need beside a plan that runs. */
export type Need = keyof typeof NEEDED;

/** A figure of an estimate, and what has to be there before it means something. */
export interface FigureQuantity {
  readonly id: FigureId;
  readonly quantity: Quantity;
  /** It exists only when the plan runs. */
  readonly settled: boolean;
  readonly needs: readonly Need[];
}

const DRAWN: ReadonlySet<Quantity> = new Set([memoryCapacity, hbmBandwidth, peakCompute]);

/** What reads one of these in every case needs the thing. */
const NEEDED = {
  price: [acceleratorPrice],
  /** An hour that is listed or typed; rented hardware; a purchase that an owned hour follows from. */
  listed: [listedHour],
  rented: [netHour],
  purchase: [purchasePrice, staffPrice, hostingPrice],
  power: [boardPower],
  /** A price of electricity, and its carbon, where the machines stand. */
  electricity: [electricityPrice],
  carbon: [carbonIntensity],
  /** The electricity of hardware, where it is owned. */
  ownElectricity: [ownElectricity],
  /** A time to first token, which a run that queues everything does not have. */
  firstToken: [ttft, emittedTtft, busyTtft, firstTokenTime, admittedTtft, roomyTtft],
  /** Prompts riding on decode steps, or kept apart from them. */
  together: [predictedMixedTime, usefulMixed],
  apart: [predictedPromptTime, usefulPrompts],
  /** How long the engine takes to start. */
  start: [startTime],
  /** A cache that grows with the context. */
  growth: [contextCapacity],
} as const satisfies Record<string, readonly Quantity[]>;

export const NEEDS = Object.keys(NEEDED) as Need[];

/** What is needed even where an "if" may choose otherwise. */
const ANYWHERE: ReadonlySet<Need> = new Set(["price", "ownElectricity"]);

/** Every formula of the plan, and the inputs that charts need. */
export const figureQuantities: readonly FigureQuantity[] = [...quantities.values()]
  .filter(
    (quantity) =>
      DRAWN.has(quantity) || (quantity.kind !== "input" && !quantity.scope.row && !quantity.scope.step),
  )
  .map((quantity) => {
    const read = new Set(inOrder([quantity]));
    const needs = NEEDS.filter((need) =>
      ANYWHERE.has(need)
        ? NEEDED[need].some((each) => read.has(each))
        : unconditional(quantity, new Set<Quantity>(NEEDED[need])),
    );
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
