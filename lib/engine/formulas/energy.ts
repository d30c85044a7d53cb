import { formula } from "@/lib/formula";
import {
  boardPower,
  dataParallel,
  decodeShareOfPower,
  hostPowerFactor,
  idleShare,
  knobs,
  prefillReplicas,
  prefillShareOfPower,
  replicas,
  secondsPerMonth,
} from "../inputs";
import { limitShare } from "./clock";
import { outputEffort, promptEffort } from "./effort";
import { acceleratorCount } from "./layout";
import { inputRate, outputRate, requestRate } from "./serving";

const { outputTokens, utilisation } = knobs;

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

/** A limit holds for the moment, not for the mean: what draws more is held to it. */
export const promptDraw = formula(
  "1",
  "Share of the board power drawn while processing prompts, as far as the limit lets",
)`min(${prefillShareOfPower}, ${limitShare})`;

export const answerDraw = formula(
  "1",
  "Share of the board power drawn while decoding, as far as the limit lets",
)`min(${decodeShareOfPower}, ${limitShare})`;

export const drawnPower = formula(
  "W",
  "Power drawn by accelerators, hosts and network",
)`${acceleratorCount} * ${boardPower} * ${hostPowerFactor} * (${idleShare} + ${prefillBusy} * max(0, ${promptDraw} - ${idleShare}) + ${decodeBusy} * max(0, ${answerDraw} - ${idleShare}))`;

export const idlePower = formula(
  "W",
  "Power drawn while no load is served",
)`${acceleratorCount} * ${boardPower} * ${hostPowerFactor} * ${idleShare}`;

/** Machines are paid and powered around the clock, whether they serve or wait. */
export const meanPower = formula(
  "W",
  "Power drawn on average, waiting included",
)`${utilisation} * ${drawnPower} + (1 - ${utilisation}) * ${idlePower}`;

export const monthlyEnergy = formula("J", "Energy drawn per month")`${meanPower} * ${secondsPerMonth}`;

export const servedEnergyRate = formula(
  "W",
  "Power carried by the time that serves",
)`${meanPower} / ${utilisation}`;

export const energyPerToken = formula(
  "J/tok",
  "Energy per token, input and output together",
)`${servedEnergyRate} / (${inputRate} + ${outputRate})`;

export const energyPerOutputToken = formula(
  "J/tok",
  "All energy on the output tokens",
)`${servedEnergyRate} / ${outputRate}`;
