import {
  apiQuantities,
  type FleetModuleId,
  fleetModules,
  fleetQuantities,
  type ModuleId,
  quantitiesOf,
} from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { quantities as monthly, modules as months, topologyMonthQuantities } from "@/lib/money";

/** A module of the engine as a chapter: what its quantities are about. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly quantities: readonly Quantity[];
}

/** What each module of the engine is about; one that is forgotten does not compile. The inputs, which are many, come last. */
const CHAPTERS = {
  layout: { label: "Layout", about: "How many accelerators the replicas have together." },
  lengths: { label: "Lengths", about: "How long prompts are, with the conversation that came before." },
  load: {
    label: "What a step processes",
    about: "How many rows and attention pairs the load brings to each step.",
  },
  clock: { label: "Power limit", about: "What a limit on an accelerator's power leaves of its clock." },
  linear: {
    label: "Matrix products",
    about: "Products with weights: projections, feed-forward layers, the head.",
  },
  attention: {
    label: "Attention",
    about: "Queries against a cache when decoding, against a prompt when prefilling.",
  },
  experts: { label: "Experts", about: "Routed experts of a mixture, as grouped products." },
  adapters: {
    label: "LoRA adapters",
    about: "Narrow products beside those of the model, with matrices of each request's own adapter.",
  },
  rowwise: {
    label: "Rows, tables and the host",
    about: "Work in proportion to the rows, and what the host adds.",
  },
  collective: { label: "Communication", about: "Exchange between accelerators by latency and bandwidth." },
  operators: {
    label: "The law of every operator",
    about: "One roofline with a soft knee, summed to the time of a step.",
  },
  memory: {
    label: "Memory and capacity",
    about: "What lies in memory, and how many sequences that leaves room for.",
  },
  start: { label: "Cold start", about: "How long a replica takes from nothing to its first request." },
  correction: {
    label: "Measurements",
    about: "What measurements of the same deployment say against the prediction, near ones before far ones.",
  },
  decode: { label: "Decoding", about: "The time of a decode step, and what a sequence gains in it." },
  prompts: {
    label: "Prompts",
    about: "What prompts cost beside the answers, together, or on replicas of their own.",
  },
  longest: {
    label: "Longest answer",
    about: "How long a batch that runs to its end keeps the places of answers that are done.",
  },
  serving: { label: "Serving", about: "What a person waits for and what the system delivers." },
  demand: {
    label: "Demand",
    about: "How many requests come, in the busiest hour and on average, whichever way the load is said.",
  },
  effort: { label: "Effort", about: "The time of a replica that one more token takes." },
  hour: {
    label: "The price of an hour",
    about: "Rented on mixed terms, or owned: capital, upkeep, hosting and staff.",
  },
  cost: { label: "Cost", about: "What a token costs when accelerators are paid by the hour." },
  bill: { label: "The bill", about: "The parts of a month, which add up to its cost." },
  energy: { label: "Power and energy", about: "What accelerators, hosts and network draw under the load." },
  place: { label: "Place", about: "What the building draws from the grid, what that costs and emits." },
  inputs: { label: "Inputs", about: "What comes from the plan, the catalog and the calibration." },
} as const satisfies Record<ModuleId, Pick<Topic, "label" | "about">>;

/** What each module of the topologies is about. */
const FLEETS = {
  part: {
    label: "Topologies, a part",
    about: "What each part of a topology has, serves and costs, from one of its sites.",
  },
  topology: { label: "Topologies, together", about: "What all parts of a topology come to." },
  inputs: {
    label: "Topologies, inputs",
    about: "What a topology is given: figures of its sites, and a person's settings.",
  },
} as const satisfies Record<FleetModuleId, Pick<Topic, "label" | "about">>;

/** What each module of the projection is about. */
const MONTHS = {
  option: {
    label: "Months, the option",
    about: "What a replica and an accelerator of the plan give and cost, from its totals.",
  },
  traffic: { label: "Months, traffic", about: "What each month asks, and the machines that it takes." },
  renting: {
    label: "Months, renting",
    about: "A commitment at the price of its day, other hours at each month's.",
  },
  owning: {
    label: "Months, owning",
    about: "Machines bought, replaced and powered, and what they are still worth.",
  },
  totals: {
    label: "Months, totals",
    about: "What is paid, month by month and altogether, and what it is worth.",
  },
  inputs: {
    label: "Months, inputs",
    about: "What a projection is given: figures of an option, and a person's settings.",
  },
} as const satisfies Record<keyof typeof months, Pick<Topic, "label" | "about">>;

const ofEngine = (id: ModuleId): Topic => ({ id, ...CHAPTERS[id], quantities: quantitiesOf(id) });
const ofMonths = (id: keyof typeof MONTHS): Topic => ({
  id: `months-${id}`,
  ...MONTHS[id],
  quantities: [...monthly.values()].filter((quantity) => quantity.id in months[id]),
});

const ofFleets = (id: FleetModuleId): Topic => ({
  id: `topologies-${id}`,
  ...FLEETS[id],
  quantities: [...fleetQuantities.values()].filter((quantity) => quantity.id in fleetModules[id]),
});

/** Every quantity of the engine by chapter, in its order, then those of topologies, APIs and months; the engine's many inputs come last. */
export const topics: readonly Topic[] = [
  ...(Object.keys(CHAPTERS) as ModuleId[]).filter((id) => id !== "inputs").map(ofEngine),
  ...(Object.keys(FLEETS) as FleetModuleId[]).map(ofFleets),
  {
    id: "apis",
    label: "Managed APIs",
    about:
      "What an API takes for a plan's tokens, and the accounts that its limits take in the busiest hour.",
    quantities: [...apiQuantities.values()],
  },
  ...(Object.keys(MONTHS) as (keyof typeof MONTHS)[]).map(ofMonths),
  {
    id: "months-topologies",
    label: "Months, topologies",
    about: "What a topology costs month by month: its sites' own months, and what follows the requests.",
    quantities: [...topologyMonthQuantities.values()],
  },
  ofEngine("inputs"),
];
