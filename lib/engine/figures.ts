import { inOrder, type Quantity } from "@/lib/formula";
import { mixedStepTime, promptStepTime } from "./formulas/prompts";
import { firstTokenTime } from "./formulas/serving";
import { acceleratorPrice, boardPower, rankBatch } from "./inputs";
import { quantities } from "./quantities";

/** A figure of an estimate, and what has to be there before it means something. */
export interface FigureQuantity {
  readonly quantity: Quantity;
  /** It exists only when the plan runs. */
  readonly settled: boolean;
  readonly needs: {
    readonly price: boolean;
    readonly power: boolean;
    /** A time to first token, which a run that queues everything does not have. */
    readonly firstToken: boolean;
    /** Prompts riding on decode steps, or kept apart from them. */
    readonly together: boolean;
    readonly apart: boolean;
  };
}

/** Rates are defined without waiting for a first token when requests never end. */
const RATES = new Set(["nextBatch", "requestRate", "answeredRate"]);

/** Every formula of the plan. */
export const figureQuantities: readonly FigureQuantity[] = [...quantities.values()]
  .filter(({ kind, scope }) => kind !== "input" && !scope.row && !scope.step)
  .map((quantity) => {
    const read = new Set(inOrder([quantity]));
    const [mixed, prompts] = [read.has(mixedStepTime), read.has(promptStepTime)];
    const needs = {
      price: read.has(acceleratorPrice),
      power: read.has(boardPower),
      firstToken: directly(quantity),
      together: mixed && !prompts,
      apart: prompts && !mixed,
    };
    return { quantity, settled: read.has(rankBatch), needs };
  });

/** Whether the time to first token reaches the quantity by another way than through the rates. */
function directly(quantity: Quantity): boolean {
  if (quantity === firstTokenTime) return true;
  if (quantity.kind !== "formula" || RATES.has(quantity.id)) return false;
  return quantity.holes.some(directly);
}
