import { input } from "@/lib/formula";

/** What the months of a topology are given. Rows are months; the rest holds for all of them. */

export const topologyMonth = input("1", "Months since the first, of a topology", { row: true });
export const sitesPaid = input("USD", "Paid for the machines of all sites, by their own months", {
  row: true,
});
export const trafficFactor = input("1", "Requests of the month over those at the start", { row: true });
export const startCharged = input("USD", "Charged by APIs in a month of the start");
export const startEgress = input("USD", "Egress of a month of the start");
export const sitesUpkeep = input("USD", "Upkeep of all sites in a month");
export const startTokens = input("tok", "Tokens of a month of the start, of answers that count");
export const topologyRate = input("1", "Rate of a year by which later payments of a topology count less");
