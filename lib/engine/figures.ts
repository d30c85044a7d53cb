import { inOrder, type Quantity } from "@/lib/formula";
import { acceleratorPrice, rankBatch } from "./inputs";
import { quantities } from "./quantities";

/** Whether `quantity` needs the value of `other`. */
const needs = (quantity: Quantity, other: Quantity) => inOrder([quantity]).includes(other);

/** The figures of an estimate: every formula of the plan; `settled` ones exist only when the plan runs. */
export const figureQuantities: readonly { quantity: Quantity; settled: boolean }[] = [...quantities.values()]
  .filter(({ kind, scope }) => kind !== "input" && !scope.row && !scope.step)
  .map((quantity) => ({ quantity, settled: needs(quantity, rankBatch) }));

/** Those that cannot be known without a price. */
export const costQuantities: ReadonlySet<Quantity> = new Set(
  figureQuantities.map(({ quantity }) => quantity).filter((quantity) => needs(quantity, acceleratorPrice)),
);
