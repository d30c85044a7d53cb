/** The only door of the money room: what hours, machines and months cost, as formulas whose rows are months. */
export { apiBreakEven, type OwnReplica } from "./api";
export { type BreakEven, breakEven, rateOfReturn } from "./break-even";
export { type BreakEvenCases, breakEvenCases, type Cases, casesOf } from "./cases";
export { askedInMonth, type BaseDemand, baseDemand } from "./demand";
export { explainMonths, monthAddress } from "./explain";
export { LINKS } from "./given";
export { type Month, monthsOf } from "./months";
export { operatingPlan, type Projection, project, projectPlan } from "./project";
export { type InputId, type MonthlyId, modules, quantities, quantityOf } from "./quantities";
export { projectTopology, type TopologyProjection, type TopologySite } from "./topology/project-topology";
export {
  type TopologyMonthlyId,
  topologyMonthQuantities,
  topologyMonthQuantity,
} from "./topology/quantities";
