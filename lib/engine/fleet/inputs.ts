import { input } from "@/lib/formula";

/** What a topology is given. Rows are its parts; the rest holds for all of them. */

export const wholeRequests = input("1", "Requests of a month, of all people");
export const useShare = input("1", "Share of the time in which requests come");

const row = (unit: string, label: string) => input(unit, label, { row: true });

// What comes to a part, and what becomes of it.
export const askedShare = row("1", "Requests that the part is asked, over all new requests");
export const answeredShare = row("1", "Requests that the part answers for good, over all new requests");
export const timeShare = row("1", "Share of the time in which the part serves and is paid for");

// What one of its sites is sized to, on its own traffic; an API has none of it.
export const sites = row("1", "Sites with replicas of their own");
export const siteReplicas = row("1", "Replicas of a site");
export const siteAccelerators = row("1", "Accelerators of a site");
export const siteMachines = row("USD", "A month of a site's machines");
export const siteRate = row("1/s", "Requests per second at a site, on average while requests come");
export const siteGoodRate = row("1/s", "Requests per second that one replica carries within the goals");
export const siteUpkeep = row("USD", "Upkeep of a site in a month, beside its machines");
/** The same traffic in one place with as many spare replicas. */
export const pooledAccelerators = row(
  "1",
  "Accelerators that one site would need for all of the part's traffic",
);

// What its tokens cost otherwise, and what leaves it.
export const requestTokens = row("tok", "Tokens of a request, read and written");
export const answerTokens = row("tok", "Tokens of an answer");
export const apiTokenPrice = row("USD/tok", "What the API charges for a token of these requests");
export const sentBytes = row("B/tok", "What is sent for a token of an answer");
export const egressPrice = row("USD/B", "Price of what leaves the site");

// How long its people wait.
export const distanceTime = row("s", "Network time from people to the part and back");
export const partTtft = row("s", "Time to first token at the part, on average");
export const partTpot = row("s/tok", "Time per output token at the part, on average");
export const partAnswer = row("s", "Time of a whole answer at the part, on average");
