import { constant, input } from "@/lib/formula";
import { parseUnit } from "@/lib/units";

/** What a projection is given beside the settings that knobs.ts makes inputs of. Rows are months; the rest holds for all of them. */

// The months themselves.
export const month = input("1", "Months since the first", { row: true });
export const season = input("1", "Traffic of the month over the year's mean", { row: true });

// What is asked.
export const baseRequests = input("1", "Requests of a month at the start, once the launch is over");
export const readTokens = input("tok", "Tokens that a request reads");
export const writtenTokens = input("tok", "Tokens that a request is answered with");

// What the plan's own deployment gives and takes: figures of the option's estimate.
export const planReplicas = input("1", "Replicas of the plan");
export const planNeed = input("1", "Replicas that the plan's peak needs, before they are rounded up");
export const planSpare = input("1", "Replicas beyond the need, at every load");
export const planNode = input("1", "Accelerators that are let together; zero where replicas come one by one");
export const planRequests = input("1", "Requests that the plan serves in a month");
export const plannedAccelerators = input("1", "Accelerators of the plan");
export const plannedUtilisation = input("1", "Share of the time that the plan's replicas serve");
export const planDrawn = input("W", "Power of the plan's machines while they serve");
export const planIdle = input("W", "Power of the plan's machines while they wait");
export const planPrice = input("USD/s", "Price of an hour of one accelerator");
export const planNetHour = input("USD/s", "An hour of one accelerator on all terms together");
export const planCommittedHour = input("USD/s", "What commitments add to such an hour");
export const planSpotHour = input("USD/s", "What spot capacity adds to such an hour");
export const planOnDemandHour = input("USD/s", "What the rest of it adds to such an hour");
export const planCapitalHour = input("USD/s", "Interest and depreciation of an hour of one accelerator");
export const planEnergy = input("J", "Energy of the plan in a month");
export const planElectricity = input("USD", "Electricity of the plan in a month");
export const planEmissions = input("kgCO2e", "Greenhouse gases of the plan in a month");

// What hours cost.
export const committedFleetShare = input("1", "Share of the plan's hours under a commitment");
export const committedFrom = input("1", "Month before the commitment's first");

// What owning costs; nothing where hours are rented.
export const ownedFleet = input("1", "Whether the machines are bought");
export const unitOutlay = input("USD", "Outlay for one accelerator");
export const unitResidual = input("1", "Value left at the end of life");
export const unitLife = input("1", "Months of life");
export const electricityShare = input("1", "Whether electricity is paid apart");

/** By definition. */
export const monthSeconds = constant("s", parseUnit("month").factor, "Seconds in a twelfth of a year");
export const yearMonths = constant("1", 12, "Months in a year");
/** By judgement: a replica is not bought for what rounding, or the search for the operating point, adds to the requests. */
export const slack = constant("1", 1e-3, "Share of a replica that is no replica");
/** Less than any machine draws in a month: where no energy is known, nothing is paid and emitted for it. */
export const leastEnergy = constant("J", 1, "Energy that counts as some");
