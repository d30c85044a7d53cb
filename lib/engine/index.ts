/** The only door of the engine. */

export { type Anchor, anchoredExactly } from "./anchor";
export { answer, answerOption, foundFor } from "./answer";
export {
  type ApiEstimate,
  apiEstimates,
  offerTokenCost,
  volumeOptions,
  withApis,
} from "./apis/estimate-apis";
export { explainApi } from "./apis/explain-api";
export {
  type ApiFigureId,
  type ApiGiven,
  type ApiInputId,
  apiQuantities,
  apiQuantity,
  apiValue,
} from "./apis/quantities";
export type { KnownCalibration, Lookup } from "./deployment";
export {
  type Estimate,
  estimate,
  type OptionEstimate,
  solveFigures,
} from "./estimate";
export { type Explanation, type ExplanationInput, explain } from "./explain";
export { feasibility } from "./feasibility";
export type { FigureId, FigureReader, Figures, QuantityId } from "./figures";
export { type FleetDay, type FleetDays, type FleetHour, fleetDays } from "./fleet";
export { type Composed, composed } from "./fleet/composed";
export type { Condition } from "./fleet/conditions";
export { explainTopology, topologyAddress } from "./fleet/explain-topology";
export {
  type FleetModuleId,
  fleetModules,
  fleetQuantities,
  fleetQuantity,
  type PartFigureId,
  type TopologyFigureId,
} from "./fleet/quantities";
export {
  type PartEstimate,
  type TopologyEstimate,
  type TopologyGoal,
  topologies,
} from "./fleet/topologies";
export { type ErrorKind, type Headline, type HeadlineId, headline, headlines } from "./headlines";
export { longestRequest } from "./longest-request";
export type { Note, NoteCode } from "./notes";
export type { Origin } from "./origin";
export { type PriceOrigin, type PurchaseSpread, priceOf } from "./price";
export { type ModuleId, quantities, quantitiesOf } from "./quantities";
export { EVIDENCE, type Evidence, evidenceOf } from "./readings/evidence";
export type { MemoryPart } from "./readings/memory-parts";
export type { Binding, OperatorEstimate } from "./readings/operator-times";
export { P90, type Range, spreadClass } from "./readings/ranges";
export { stackFor, UnknownRecord } from "./resolve";
export { type Goal, isSimulated, type Missing } from "./search/goals";
export type { Goodput } from "./search/goodput";
export { type OpenLoop, openLoop } from "./search/open-loop";
export { type SizedBy, sizedBy } from "./search/sized-by";
export { type Sized, type Sizing, sized } from "./search/sizing";
export { type SweepLoad, sweep } from "./search/sweep";
export type { Estimated, Percentiles, Statistic, Timed } from "./simulate/percentiles";
export { type Infeasible, isRefused, type Repair, type Result, type Verdict } from "./verdict";
export { ENGINE_VERSION } from "./version";
