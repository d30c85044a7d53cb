import { formula, highest, previous } from "@/lib/formula";
import {
  baseRequests,
  month,
  ownedFleet,
  planNeed,
  planNode,
  planRequests,
  planSpare,
  season,
  slack,
  yearMonths,
} from "../inputs";
import { knobs } from "../knobs";
import { replicaAccelerators, tokensPerRequest } from "./option";

const { generationGain, generationMonths, rampMonths, yearlyGrowth } = knobs;

/** What each month asks, and the machines that it takes. */

export const growthFactor = formula(
  "1",
  "Growth since the start",
)`(1 + ${yearlyGrowth}) ^ (${month} / ${yearMonths})`;

export const launchShare = formula(
  "1",
  "Share of the traffic that has arrived",
)`min(1, (${month} + 1) / (${rampMonths} + 1))`;

export const requests = formula(
  "1",
  "Requests of the month",
)`${baseRequests} * ${growthFactor} * ${launchShare} * ${season}`;

export const tokens = formula("tok", "Tokens of the month")`${requests} * ${tokensPerRequest}`;

/** Machines that are rented follow the market's generations; those that are bought stay what they are. */
export const generationFactor = formula(
  "1",
  "What a replica on the machines of the month serves over the plan's",
)`if(${ownedFleet} > 0, 1, (1 + ${generationGain}) ^ floor(${month} / ${generationMonths}))`;

/** The peak, its headroom and its room for the goals grow with the traffic. */
export const neededReplicas = formula(
  "1",
  "Replicas that the month's peak needs, before they are rounded up",
)`${planNeed} * ${requests} / ${planRequests} / ${generationFactor}`;

export const askedReplicas = formula(
  "1",
  "Whole replicas that the month's peak needs, with the spare ones",
)`max(1, ceil(${neededReplicas} - ${slack})) + ${planSpare}`;

/** As many as fill the nodes that so many need, where accelerators are let together. */
export const monthReplicas = formula(
  "1",
  "Replicas that the month takes",
)`if(${planNode} > 0, max(${askedReplicas}, floor(ceil(${askedReplicas} * ${replicaAccelerators} / ${planNode} - ${slack}) * ${planNode} / ${replicaAccelerators} + ${slack})), ${askedReplicas})`;

export const accelerators = formula(
  "1",
  "Accelerators that the month takes",
)`${monthReplicas} * ${replicaAccelerators}`;

/** What is bought stays. */
export const fleet = highest("Accelerators owned, if machines are bought", accelerators);
export const fleetBefore = previous("Accelerators owned the month before", fleet);
