import { type HeadlineId, headline } from "./headlines";

/**
 * What headline figures are, in a sentence, but for those that the planner's first page explains: they have it in their rows,
 * and the page opens without these.
 */
const HELP: Readonly<Partial<Record<HeadlineId, string>>> = {
  costPerInputToken: "Price of one input token, by the time that prompts take of a replica.",
  costPerOutputToken: "Price of one output token, by the time that answers take of a replica.",
  costPerGeneratedToken: "Price of the paid hours over the output tokens alone.",
  costPerRequest: "Price of one prompt and its answer.",
  userRate: "Output tokens per second that one person sees. About 10 tok/s is as fast as people read.",
  outputRate: "Output tokens per second of all replicas together.",
  inputRate: "Input tokens per second of all replicas together.",
  requestRate: "Requests that all replicas finish in a second.",
  streamGap: "Time between the pieces of an answer that a client sees, which hold one token or more.",
  acceleratorCount: "Accelerators of all replicas, those for prompts included: what is paid for.",
  batchCapacity: "Requests that fit in one replica's memory at the same time, at their average length.",
  contextCapacity: "Context of a request that has the memory of a replica to itself.",
  monthlyRequests: "Requests served in a month at this load.",
  monthlyInputTokens: "Input tokens served in a month at this load.",
  monthlyOutputTokens: "Output tokens served in a month at this load.",
  annualTokens: "Tokens served in a year at this load, input and output.",
  usefulFlopsPerToken:
    "Operations that an output token asks for, whatever the kernels add to fill their tiles.",
  executedFlopsPerToken:
    "Operations per output token that the kernels execute, rows that only fill a tile included.",
  drawnPower: "Draw of accelerators, hosts and network while they serve, without the building.",
  monthlyEnergy:
    "Energy of accelerators, hosts and network in a month, the time that nobody is served included.",
  energyPerToken: "Energy of the paid hours over all tokens, input and output alike.",
  energyPerOutputToken: "Energy of the paid hours over the output tokens alone.",
  gridEnergyPerToken:
    "Energy per token with the building's cooling and losses, at the plan's place. 1 J a token is 0.278 kWh a million.",
  emissionsPerToken: "Greenhouse gases of that electricity, at the average of the place's grid.",
  electricityPerToken:
    "Electricity from the grid at the place's price. Rented hours include it; owned hardware pays it apart.",
  monthlyElectricity:
    "Electricity from the grid for a month. Rented hours include it; owned hardware pays it apart.",
  monthlyEmissions: "Greenhouse gases of a month's electricity.",
};

/** What a headline figure is. */
export const headlineHelp = (id: HeadlineId): string => headline(id).help ?? HELP[id] ?? "";
