import { formula } from "@/lib/formula";
import {
  answeredShare,
  answerTokens,
  apiTokenPrice,
  askedShare,
  distanceTime,
  egressPrice,
  partAnswer,
  partTpot,
  partTtft,
  pooledAccelerators,
  requestTokens,
  sentBytes,
  siteAccelerators,
  siteGoodRate,
  siteMachines,
  siteRate,
  siteReplicas,
  sites,
  siteUpkeep,
  timeShare,
  useShare,
  wholeRequests,
} from "../inputs";

/** What each part of a topology has, serves and costs. Its sites are alike. */

export const partRequests = formula(
  "1",
  "Requests that the part is asked in a month",
)`${wholeRequests} * ${askedShare}`;

export const partTokens = formula(
  "tok",
  "Tokens of the requests that the part answers for good in a month",
)`${wholeRequests} * ${answeredShare} * ${requestTokens}`;

export const partReplicas = formula("1", "Replicas of all sites")`${sites} * ${siteReplicas}`;

export const partAccelerators = formula("1", "Accelerators of all sites")`${sites} * ${siteAccelerators}`;

export const partMachines = formula(
  "USD",
  "A month of the part's machines",
)`${sites} * ${siteMachines} * ${timeShare}`;

export const partCharged = formula(
  "USD",
  "What the API charges in a month",
)`${partRequests} * ${requestTokens} * ${apiTokenPrice}`;

export const partEgress = formula(
  "USD",
  "What leaves the part's sites in a month",
)`${partRequests} * ${answerTokens} * ${sentBytes} * ${egressPrice}`;

export const partUpkeep = formula("USD", "Upkeep of the part's sites in a month")`${sites} * ${siteUpkeep}`;

export const partCost = formula(
  "USD",
  "What the part costs in a month",
)`${partMachines} + ${partCharged} + ${partEgress} + ${partUpkeep}`;

export const partUtilisation = formula(
  "1",
  "Requests of a site over what its replicas carry within the goals, all the time",
)`if(${siteReplicas} > 0, ${siteRate} * ${useShare} / (${siteReplicas} * ${siteGoodRate}), 0)`;

export const paidAccelerators = formula(
  "1",
  "Accelerators that are paid for, on average over the month",
)`${partAccelerators} * ${timeShare}`;

export const usedAccelerators = formula(
  "1",
  "Accelerators that the requests would keep at what they carry within the goals",
)`${paidAccelerators} * ${partUtilisation}`;

export const partPooling = formula(
  "1",
  "How many more accelerators the sites have than one site would",
)`if(${pooledAccelerators} > 0, ${partAccelerators} / ${pooledAccelerators} - 1, 0)`;

export const sentOnShare = formula(
  "1",
  "Requests that are asked again of the next part, over all new requests",
)`${askedShare} - ${answeredShare}`;

/** Who is asked again has waited for a whole answer that does not count. */
export const partFirstToken = formula(
  "s",
  "What the part adds to the time to first token of all requests",
)`${answeredShare} * (${distanceTime} + ${partTtft}) + ${sentOnShare} * (${distanceTime} + ${partAnswer})`;

export const partWhole = formula(
  "s",
  "What the part adds to the time of the whole answer of all requests",
)`${askedShare} * (${distanceTime} + ${partAnswer})`;

export const partPace = formula(
  "s/tok",
  "What the part adds to the time per output token of all requests",
)`${answeredShare} * ${partTpot}`;
