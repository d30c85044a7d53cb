import type { FigureId } from "@/lib/engine";

/** The figures on a card under its cost, with the words that explain them. */
export const cardFigures = [
  {
    id: "userRate",
    label: "Speed per user",
    unit: "tok/s",
    help: "Output tokens per second that one person sees. About 10 tok/s is as fast as people read.",
  },
  {
    id: "outputRate",
    label: "System output",
    unit: "tok/s",
    help: "Output tokens per second of all replicas together.",
  },
  {
    id: "ttft",
    label: "TTFT",
    unit: "s",
    help: "Time to first token: from sending a request to seeing its first token, on average.",
  },
  {
    id: "tpot",
    label: "TPOT",
    unit: "s",
    help: "Time per output token after the first, on average, prompts of others included.",
  },
  {
    id: "batchCapacity",
    label: "Largest batch",
    unit: "1",
    help: "Requests that fit in one replica's memory at the same time, at their average length.",
  },
  {
    id: "acceleratorCount",
    label: "Accelerators",
    unit: "1",
    help: "Accelerators of all replicas: what is paid for.",
  },
  {
    id: "monthlyCost",
    label: "Per month",
    unit: "USD",
    help: "Price of the accelerators for a twelfth of a year, used or not.",
  },
  {
    id: "annualCost",
    label: "Per year",
    unit: "USD",
    help: "Price of the accelerators for 365 days, used or not.",
  },
] as const satisfies readonly { id: FigureId; label: string; unit: string; help: string }[];
