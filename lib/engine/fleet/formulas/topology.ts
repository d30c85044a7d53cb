import { formula, rollup } from "@/lib/formula";
import { pooledAccelerators, wholeRequests } from "../inputs";
import {
  paidAccelerators,
  partAccelerators,
  partCharged,
  partCost,
  partEgress,
  partFirstToken,
  partMachines,
  partPace,
  partReplicas,
  partTokens,
  partUpkeep,
  partWhole,
  usedAccelerators,
} from "./part";

/** What all parts of a topology come to together. */

export const topologyReplicas = rollup("Replicas of all parts", partReplicas);
export const topologyAccelerators = rollup("Accelerators of all parts", partAccelerators);
export const topologyCost = rollup("What the topology costs in a month", partCost);
export const topologyMachines = rollup("Machines of a month", partMachines);
export const topologyCharged = rollup("Charged by APIs in a month", partCharged);
export const topologyEgress = rollup("Egress of a month", partEgress);
export const topologyUpkeep = rollup("Upkeep of all sites in a month", partUpkeep);
export const topologyTokens = rollup("Tokens of a month, of answers that count", partTokens);
export const topologyPaid = rollup("Accelerators that are paid for on average", paidAccelerators);
export const topologyUsed = rollup("Accelerators that the requests would keep busy", usedAccelerators);
export const topologyPooled = rollup("Accelerators if each part were one site", pooledAccelerators);

export const topologyCostPerToken = formula(
  "USD/tok",
  "Cost per token of the answers that count",
)`${topologyCost} / ${topologyTokens}`;

export const topologyCostPerRequest = formula("USD", "Cost per request")`${topologyCost} / ${wholeRequests}`;

export const topologyUtilisation = formula(
  "1",
  "Requests over what the paid machines carry within the goals",
)`if(${topologyPaid} > 0, ${topologyUsed} / ${topologyPaid}, 0)`;

export const poolingLoss = formula(
  "1",
  "How many more accelerators there are than if each part were one site",
)`if(${topologyPooled} > 0, ${topologyAccelerators} / ${topologyPooled} - 1, 0)`;

export const topologyTtft = rollup("Time to first token of all requests, on average", partFirstToken);
export const topologyAnswer = rollup("Time of the whole answer of all requests, on average", partWhole);
export const topologyTpot = rollup("Time per output token of all requests, on average", partPace);
