import { formula } from "@/lib/formula";
import {
  electricityShare,
  month,
  monthSeconds,
  ownedFleet,
  plannedUtilisation,
  unitLife,
  unitOutlay,
  unitResidual,
} from "../inputs";
import {
  carbonFactor,
  electricityFactor,
  replicaAccelerators,
  replicaRequests,
  runningRate,
  servingPower,
  waitingPower,
} from "./option";
import { marketFactor } from "./renting";
import { accelerators, fleet, fleetBefore, generationFactor, requests } from "./traffic";

/** What owned machines cost, month by month, and what all machines draw. */

export const replaced = formula(
  "1",
  "Accelerators replaced at the end of their life",
)`if(${month} > 0, if(${month} / ${unitLife} == floor(${month} / ${unitLife}), ${fleetBefore}, 0), 0)`;

export const purchased = formula(
  "1",
  "Accelerators bought in the month",
)`${ownedFleet} * (${fleet} - ${fleetBefore} + ${replaced})`;

export const capex = formula("USD", "Spent on machines")`${purchased} * ${unitOutlay} * ${marketFactor}`;

export const resale = formula(
  "USD",
  "Got back for replaced machines",
)`${ownedFleet} * ${replaced} * ${unitOutlay} * ${unitResidual}`;

export const runningPaid = formula(
  "USD",
  "Upkeep, hosting and staff",
)`${ownedFleet} * ${fleet} * ${runningRate} * ${monthSeconds}`;

export const standing = formula(
  "1",
  "Accelerators that are powered",
)`if(${ownedFleet} > 0, ${fleet}, ${accelerators})`;

/** A replica that serves all the time serves its month's requests over the share of time that was planned. */
export const servingShare = formula(
  "1",
  "Share of the time that the powered accelerators serve",
)`min(1, ${requests} * ${replicaAccelerators} * ${plannedUtilisation} / ${replicaRequests} / ${generationFactor} / ${standing})`;

export const energy = formula(
  "J",
  "Energy of the machines",
)`${standing} * (${waitingPower} + ${servingShare} * (${servingPower} - ${waitingPower})) * ${monthSeconds}`;

export const electricityPaid = formula(
  "USD",
  "Electricity paid apart",
)`${electricityShare} * ${energy} * ${electricityFactor}`;

export const emissions = formula("kgCO2e", "Greenhouse gases")`${energy} * ${carbonFactor}`;

/** Straight line since the last time that the fleet was bought. */
export const remainingValue = formula(
  "USD",
  "Value of the owned machines at the month's end",
)`${ownedFleet} * ${fleet} * ${unitOutlay} * (1 - (1 - ${unitResidual}) * ((${month} + 1) / ${unitLife} - floor(${month} / ${unitLife})))`;
