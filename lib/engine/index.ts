/** The only door of the engine. */
export type { Lookup } from "./deployment";
export {
  ENGINE_VERSION,
  type Estimate,
  estimate,
  type Figures,
  type OptionEstimate,
  solveFigures,
} from "./estimate";
export { type Explanation, type ExplanationInput, explain } from "./explain";
export type { Origin } from "./origin";
export { type PriceOrigin, priceOf } from "./price";
export { quantities } from "./quantities";
export { UnknownRecord } from "./resolve";
export type { Goodput } from "./search/goodput";
export type { MemoryPart } from "./search/memory-parts";
export type { Binding, OperatorEstimate } from "./search/operators";
export { type ErrorKind, P90, type Range, spreadClass } from "./search/ranges";
export { type SweepLoad, sweep } from "./search/sweep";
export type { Infeasible, Repair, Verdict } from "./verdict";
