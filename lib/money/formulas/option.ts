import { formula } from "@/lib/formula";
import {
  committedFleetShare,
  electricityShare,
  leastEnergy,
  ownedFleet,
  planCapitalHour,
  planCommittedHour,
  planDrawn,
  planElectricity,
  planEmissions,
  planEnergy,
  planIdle,
  planNetHour,
  plannedAccelerators,
  planOnDemandHour,
  planPrice,
  planReplicas,
  planRequests,
  planSpotHour,
  readTokens,
  writtenTokens,
} from "../inputs";

/** What one replica and one accelerator of the plan give, take and cost, from the figures of its estimate. */

export const tokensPerRequest = formula(
  "tok",
  "Tokens of a request, read and written",
)`${readTokens} + ${writtenTokens}`;

export const replicaRequests = formula(
  "1",
  "Requests that a replica serves in a month as planned",
)`${planRequests} / ${planReplicas}`;

export const replicaAccelerators = formula(
  "1",
  "Accelerators of a replica, its share of those for prompts included",
)`${plannedAccelerators} / ${planReplicas}`;

export const servingPower = formula(
  "W",
  "Power of one accelerator while it serves",
)`${planDrawn} / ${plannedAccelerators}`;

export const waitingPower = formula(
  "W",
  "Power of one accelerator while it waits",
)`${planIdle} / ${plannedAccelerators}`;

export const committedRate = formula(
  "USD/s",
  "A committed hour of one accelerator",
)`if(${committedFleetShare} > 0, ${planCommittedHour} / ${committedFleetShare}, 0 * ${planCommittedHour})`;

export const flexibleRate = formula(
  "USD/s",
  "An hour of one accelerator that is not committed",
)`if(${electricityShare} > 0, ${planPrice}, if(${committedFleetShare} < 1, (${planSpotHour} + ${planOnDemandHour}) / (1 - ${committedFleetShare}), ${planNetHour}))`;

export const runningRate = formula(
  "USD/s",
  "Upkeep, hosting and staff of one accelerator",
)`${ownedFleet} * (${planPrice} - ${planCapitalHour})`;

export const electricityFactor = formula(
  "USD/J",
  "Electricity for a joule of the machines, with the building's share",
)`${planElectricity} / max(${planEnergy}, ${leastEnergy})`;

export const carbonFactor = formula(
  "kgCO2e/J",
  "Greenhouse gases for a joule of the machines",
)`${planEmissions} / max(${planEnergy}, ${leastEnergy})`;
