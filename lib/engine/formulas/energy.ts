import { formula } from "@/lib/formula";
import {
  boardPower,
  dataParallel,
  decodeShareOfPower,
  hostPowerFactor,
  idleShare,
  outputTokens,
  prefillReplicas,
  prefillShareOfPower,
  replicas,
  secondsPerMonth,
  utilisation,
} from "../inputs";
import { outputEffort, promptEffort } from "./cost";
import { acceleratorCount } from "./layout";
import { inputRate, outputRate, requestRate } from "./serving";

/** Power and energy of accelerators, hosts and network under the load, without the building's share. */

export const rankRate = formula(
  "1/s",
  "Requests per second and attention rank",
)`${requestRate} / ((${replicas} + ${prefillReplicas}) * ${dataParallel})`;

export const prefillBusy = formula(
  "1",
  "Share of time that goes to prompts",
)`min(1, ${rankRate} * ${promptEffort})`;

export const decodeBusy = formula(
  "1",
  "Share of time that goes to answers",
)`min(1 - ${prefillBusy}, ${rankRate} * ${outputTokens} * ${outputEffort})`;

export const drawnPower = formula(
  "W",
  "Power drawn by accelerators, hosts and network",
)`${acceleratorCount} * ${boardPower} * ${hostPowerFactor} * (${idleShare} + ${prefillBusy} * (${prefillShareOfPower} - ${idleShare}) + ${decodeBusy} * (${decodeShareOfPower} - ${idleShare}))`;

/** While no load is served the draw is not known, so only the time that serves counts. */
export const monthlyEnergy = formula(
  "J",
  "Energy drawn per month while serving",
)`${drawnPower} * ${utilisation} * ${secondsPerMonth}`;

export const energyPerToken = formula(
  "J/tok",
  "Energy per token, input and output together",
)`${drawnPower} / (${inputRate} + ${outputRate})`;

export const energyPerOutputToken = formula(
  "J/tok",
  "All energy on the output tokens",
)`${drawnPower} / ${outputRate}`;
