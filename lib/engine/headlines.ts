import type { FigureId, UnitOf } from "./figures";

/** What the spread of a figure was measured on: the time per token, the time to the first, or a rate with a full batch. */
export type ErrorKind = "tpot" | "ttft" | "rate";

interface Said {
  /** The short name of a column or a card; the quantity itself has the long one. */
  readonly label: string;
  /** The quantity's own, or it does not compile: written here too, for a first page that loads no formula. */
  readonly unit: string;
  /** What it is, in a sentence; headlineHelp says it of those that the first page does not explain. */
  readonly help?: string;
  /** The error that it inherits when requests are served one by one; absent for what is counted, not predicted. */
  readonly range?: Exclude<ErrorKind, "rate">;
  /** Options are compared by it; on the card of each, too. */
  readonly compared?: true;
  readonly onCard?: true;
  /** The unit that it stands in on pages and in files, where people buy and report it in another. */
  readonly shownIn?: string;
}

/**
 * The figures that pages, tables and exports show by name, each said once: short name, unit, help and class of range.
 * It imports no formula.
 */
const SAID = {
  costPerToken: {
    label: "Cost, blended",
    unit: "USD/tok",
    help: "Price of the paid hours over all tokens, input and output alike.",
    range: "tpot",
    compared: true,
  },
  costPerInputToken: {
    label: "Cost, input",
    unit: "USD/tok",
    range: "tpot",
    compared: true,
  },
  costPerOutputToken: {
    label: "Cost, output",
    unit: "USD/tok",
    range: "tpot",
    compared: true,
  },
  costPerGeneratedToken: {
    label: "Cost, all on output",
    unit: "USD/tok",
    range: "tpot",
  },
  costPerRequest: {
    label: "Cost per request",
    unit: "USD",
    range: "tpot",
  },
  userRate: {
    label: "Speed per user",
    unit: "tok/s",
    range: "tpot",
    compared: true,
    onCard: true,
  },
  outputRate: {
    label: "System output",
    unit: "tok/s",
    range: "tpot",
    compared: true,
    onCard: true,
  },
  inputRate: {
    label: "System input",
    unit: "tok/s",
    range: "tpot",
  },
  requestRate: {
    label: "Requests per second",
    unit: "1/s",
    range: "tpot",
  },
  ttft: {
    label: "Benchmark TTFT",
    unit: "s",
    help: "Mean time to first token of a benchmark: as many clients as requests are in flight, who start together and ask again at once. What requests of a traffic wait is simulated.",
    range: "ttft",
    compared: true,
    onCard: true,
  },
  streamGap: {
    label: "ITL",
    unit: "s",
    range: "tpot",
  },
  tpot: {
    label: "TPOT",
    unit: "s/tok",
    help: "Time per output token after the first, on average at a steady load, prompts of others included.",
    range: "tpot",
    compared: true,
    onCard: true,
  },
  requestLatency: {
    label: "Request latency",
    unit: "s",
    help: "Time from sending a request to seeing its last token, on average of a benchmark's clients.",
    range: "tpot",
  },
  acceleratorCount: {
    label: "Accelerators",
    unit: "1",
    compared: true,
    onCard: true,
  },
  monthlyCost: {
    label: "Per month",
    unit: "USD",
    help: "Price of the accelerators for a month, used or not.",
    compared: true,
    onCard: true,
  },
  annualCost: {
    label: "Per year",
    unit: "USD",
    help: "Price of the accelerators for a year, used or not.",
    compared: true,
    onCard: true,
  },
  batchCapacity: {
    label: "Largest batch",
    unit: "1",
    compared: true,
    onCard: true,
  },
  contextCapacity: {
    label: "Longest context",
    unit: "tok",
    compared: true,
  },
  monthlyRequests: {
    label: "Requests per month",
    unit: "1",
  },
  monthlyInputTokens: {
    label: "Input per month",
    unit: "tok",
  },
  monthlyOutputTokens: {
    label: "Output per month",
    unit: "tok",
  },
  annualTokens: {
    label: "Tokens per year",
    unit: "tok",
  },
  usefulFlopsPerToken: {
    label: "Operations per token",
    unit: "FLOP/tok",
    compared: true,
  },
  executedFlopsPerToken: {
    label: "Operations executed",
    unit: "FLOP/tok",
    compared: true,
  },
  drawnPower: {
    label: "Power",
    unit: "W",
    compared: true,
  },
  monthlyEnergy: {
    label: "Energy per month",
    unit: "J",
  },
  energyPerToken: {
    label: "Energy per token",
    unit: "J/tok",
    range: "tpot",
    compared: true,
  },
  energyPerOutputToken: {
    label: "Energy, all on output",
    unit: "J/tok",
    range: "tpot",
  },
  gridEnergyPerToken: {
    label: "Energy from the grid",
    unit: "J/tok",
    range: "tpot",
    compared: true,
    shownIn: "kWh/Mtok",
  },
  emissionsPerToken: {
    label: "Carbon per token",
    unit: "kgCO2e/tok",
    range: "tpot",
    compared: true,
    shownIn: "kgCO2e/Mtok",
  },
  electricityPerToken: {
    label: "Electricity per token",
    unit: "USD/tok",
    range: "tpot",
    compared: true,
  },
  monthlyElectricity: {
    label: "Electricity per month",
    unit: "USD",
    range: "tpot",
  },
  monthlyEmissions: {
    label: "Carbon per month",
    unit: "kgCO2e",
    range: "tpot",
  },
} as const satisfies { [Id in FigureId]?: Said & { unit: UnitOf<Id> } };

export type HeadlineId = keyof typeof SAID;

/** A figure with everything that a page says of it. */
export interface Headline extends Said {
  readonly id: HeadlineId;
}

/** What a page says of each headline figure, in the order to show them. */
export const headlines: readonly Headline[] = (Object.keys(SAID) as HeadlineId[]).map(headline);

/** What a page says of one figure. */
export function headline(id: HeadlineId): Headline {
  return { id, ...(SAID[id] as Said) };
}
