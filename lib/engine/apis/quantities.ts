import { formulaValue, type Quantity, register } from "@/lib/formula";
import * as formulas from "./formulas";
import * as inputs from "./inputs";

export type ApiInputId = keyof typeof inputs;
export type ApiFigureId = keyof typeof formulas;
/** What the formulas of an API are given; what is not known is not a number. */
export type ApiGiven = Readonly<Record<ApiInputId, number>>;

/** Every quantity of an API by its id. */
export const apiQuantities: ReadonlyMap<string, Quantity> = register(inputs, formulas);

export const apiQuantity = (id: ApiInputId | ApiFigureId): Quantity => apiQuantities.get(id) as Quantity;

/** A quantity of an API, of what it is given. */
export function apiValue(quantity: Quantity, given: ApiGiven): number {
  return quantity.kind === "formula"
    ? formulaValue(quantity, (read) => apiValue(read, given))
    : given[quantity.id as ApiInputId];
}
