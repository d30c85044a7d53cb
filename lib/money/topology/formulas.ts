import { formula, rollup, running } from "@/lib/formula";
import { yearMonths } from "../inputs";
import {
  sitesPaid,
  sitesUpkeep,
  startCharged,
  startEgress,
  startTokens,
  topologyMonth,
  topologyRate,
  trafficFactor,
} from "./inputs";

/** What a topology costs, month by month: its sites' own months, and what follows the requests. */

export const topologyMonthPaid = formula(
  "USD",
  "Paid for the topology in the month",
)`${sitesPaid} + (${startCharged} + ${startEgress}) * ${trafficFactor} + ${sitesUpkeep}`;

export const topologyPaidSoFar = running("Paid for the topology so far", topologyMonthPaid);

export const topologyMonthTokens = formula(
  "tok",
  "Tokens of the topology in the month",
)`${startTokens} * ${trafficFactor}`;

export const topologyPresent = formula(
  "USD",
  "Present value of what is paid for the topology in the month",
)`${topologyMonthPaid} / (1 + ${topologyRate}) ^ (${topologyMonth} / ${yearMonths})`;

export const topologyPaidTotal = rollup("Paid for the topology over all months", topologyMonthPaid);
export const topologyMonthsTokens = rollup("Tokens of the topology over all months", topologyMonthTokens);
export const topologyPresentTotal = rollup("Net present cost of the topology", topologyPresent);

export const topologyPaidPerToken = formula(
  "USD/tok",
  "Paid per token of the topology over all months",
)`${topologyPaidTotal} / ${topologyMonthsTokens}`;
