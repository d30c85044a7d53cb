import { compileProgram, type Quantity, register } from "@/lib/formula";
import { yearMonths } from "../inputs";
import * as formulas from "./formulas";
import * as inputs from "./inputs";

export type TopologyMonthlyId = keyof typeof formulas;

/** Every quantity of the months of a topology by its id, without those that it shares with other months. */
export const topologyMonthQuantities: ReadonlyMap<string, Quantity> = register(inputs, formulas);

export const topologyMonthQuantity = (id: TopologyMonthlyId | keyof typeof inputs): Quantity =>
  topologyMonthQuantities.get(id) as Quantity;

/** All of them compiled once, with months for rows. */
export const topologyMonthProgram = compileProgram(
  [...topologyMonthQuantities.values(), yearMonths],
  ["months"],
  [],
);
