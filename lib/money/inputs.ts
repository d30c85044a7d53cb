import { constant, input } from "@/lib/formula";

/** What a projection is given. Rows are months; the rest holds for all of them. */

// The months themselves.
export const month = input("1", "Months since the first", { row: true });
export const season = input("1", "Traffic of the month over the year's mean", { row: true });

// What is asked.
export const baseRequests = input("1", "Requests of a month at the start, once the launch is over");
export const yearlyGrowth = input("1", "Growth of the traffic in a year");
export const rampMonths = input("1", "Months of the launch");
export const tokensPerRequest = input("tok", "Tokens of a request, read and written");

// What one deployment gives: figures of the option's estimate.
export const replicaRequests = input("1", "Requests that a replica serves in a month as planned");
export const replicaAccelerators = input(
  "1",
  "Accelerators of a replica, its share of those for prompts included",
);
export const plannedAccelerators = input("1", "Accelerators of the plan");
export const plannedUtilisation = input("1", "Share of the time that the plan's monthReplicas serve");
export const servingPower = input("W", "Power of one accelerator while it serves");
export const waitingPower = input("W", "Power of one accelerator while it waits");

// What hours cost.
export const yearlyDecline = input("1", "By how much prices fall in a year");
export const committedFleetShare = input("1", "Share of the plan's hours under a commitment");
export const committedRate = input("USD/s", "A committed hour of one accelerator");
export const flexibleRate = input("USD/s", "An hour of one accelerator that is not committed");
export const committedFrom = input("1", "Month before the commitment's first");
export const committedMonths = input("1", "Months of the commitment");
export const upfrontShare = input("1", "Share of a commitment that is paid when it starts");

// What owning costs; nothing where hours are rented.
export const ownedFleet = input("1", "Whether the machines are bought");
export const unitOutlay = input("USD", "Outlay for one accelerator");
export const unitResidual = input("1", "Value left at the end of life");
export const unitLife = input("1", "Months of life");
export const runningRate = input("USD/s", "Upkeep, hosting and staff of one accelerator");
export const electricityShare = input("1", "Whether electricity is paid apart");
export const electricityFactor = input(
  "USD/J",
  "Electricity for a joule of the machines, with the building's share",
);
export const carbonFactor = input("kgCO2e/J", "Greenhouse gases for a joule of the machines");

// How money is looked at.
export const discountRate = input("1", "Rate of a year by which later payments count less");
export const budget = input("USD", "What may be spent");
export const tokenPrice = input("USD/tok", "What customers pay for a token");

/** By definition. */
export const monthSeconds = constant("s", 2_628_000, "Seconds in a twelfth of a year");
export const yearMonths = constant("1", 12, "Months in a year");
/** A replica is not bought for what rounding adds to the requests. */
export const slack = constant("1", 1e-9, "Share of a replica that is no replica");
