import { MAX_OPTIONS, MAX_TOPOLOGIES, MAX_TOPOLOGY_PARTS } from "@/lib/scenario/limits";
import type { Option, Scenario } from "@/lib/scenario/schema";
import type { Topology } from "@/lib/scenario/topology";

/** A usual way to deploy, made of what a plan has. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** What the plan has to have first, in words; absent where it has it. */
  readonly needs?: string;
  /** What it lacks is an API, which the catalog may have. */
  readonly wantsApi?: boolean;
  /** The plan with the topology in it; an option comes with it where one is needed that the plan lacks. */
  readonly add: () => Scenario;
}

/** By judgement: what a topology starts with, to be changed by whoever adds it. */
const START = { sites: 20, tenants: 10, easy: 0.7, again: 0.2, edge: 0.6, peak: 0.6, adapters: 20 };
/** As claimed of Azure's A100: 60 % below on-demand, available for 95 % of the time. */
const SPOT = { discount: 0.6, away: 0.05 };
/** Of rank 16 for all projections of a model of 70 billion parameters: about 400 MB. */
const ADAPTER = 4e8;

/** Machines that are all taken away at times: nothing but a part with a fallback may rest on them. */
const isSpot = ({ spotShare }: Option): boolean => spotShare === 1;

/** The option, or one in its place that stays: of the same accelerator and model where there is one. */
function staying({ options }: Scenario, index: number): number {
  const asked = options[index];
  if (!asked || !isSpot(asked)) return index;
  const like = options.findIndex(
    (each) => !isSpot(each) && each.accelerator === asked.accelerator && each.model === asked.model,
  );
  const other = options.findIndex((each) => !isSpot(each));
  return like >= 0 ? like : other >= 0 ? other : index;
}

/**
 * The usual topologies for a plan: `cheapest` is the option that its answer names, `first` the one asked first and `last` the
 * one that is asked what that does not answer.
 */
export function templatesOf(
  scenario: Scenario,
  cheapest: number,
  first: number,
  last = cheapest,
): Template[] {
  const { options, apis = [] } = scenario;
  const best = staying(scenario, cheapest);
  const small = staying(scenario, first);
  const large = staying(scenario, last);
  const markets = options.flatMap((option, index) => (isSpot(option) && index !== best ? [] : [index]));
  const topology = (name: string, parts: Topology["parts"]) => () => withTopology(scenario, { name, parts });
  const two = small === large ? { needs: "Needs a second option, such as a smaller model." } : {};
  const modelOf = (index: number) => options[index]?.model ?? scenario.workload.model;
  const another =
    modelOf(small) === modelOf(large)
      ? {
          needs:
            "Needs an option with a smaller model: an option says its own under Model and server of its own.",
        }
      : {};
  const api = apis.length > 0 ? {} : { needs: "Needs an API that sells the model.", wantsApi: true };
  const spot = options.findIndex(isSpot);
  const room = options.length < MAX_OPTIONS || spot >= 0 ? {} : { needs: "Needs room for one more option." };
  return [
    {
      id: "central",
      label: "Central",
      help: "Everything in one place.",
      add: topology("Central", [{ option: best, share: 1 }]),
    },
    {
      id: "edge",
      label: "Edge sites",
      help: "Sites near the people, each sized for its own peak with a spare replica.",
      add: topology("Edge sites", [{ option: best, share: 1, sites: START.sites, spare: 1 }]),
    },
    {
      id: "route",
      label: "Route by difficulty",
      help: "A small model is asked first; what it does not answer well enough is asked again of the large one.",
      ...another,
      add: topology("Routed by difficulty", [
        { option: small, share: START.easy, escalated: START.again },
        { option: large, share: 1 - START.easy },
      ]),
    },
    {
      id: "hybrid",
      label: "Hybrid",
      help: "Easy requests at sites near the people, the others in one place.",
      ...two,
      add: topology("Hybrid", [
        { option: small, share: START.edge, sites: START.sites },
        { option: large, share: 1 - START.edge },
      ]),
    },
    {
      id: "api",
      label: "Serverless API",
      help: "Everything at a managed API: no machines.",
      ...api,
      add: topology("Serverless API", [{ api: 0, share: 1 }]),
    },
    {
      id: "burst",
      label: "Burst to an API",
      help: "Machines for a part of the peak; what comes above goes to an API.",
      ...api,
      add: topology("Burst to an API", [{ option: best, share: 1, capacity: START.peak }, { api: 0 }]),
    },
    {
      id: "markets",
      label: "Several clouds",
      help: "Each option of the plan, with its own offer, takes its share.",
      ...(markets.length > 1 ? {} : { needs: "Needs a second option, such as another market's offer." }),
      add: topology(
        "Several clouds",
        markets.map((option, place) => ({ option, share: evenShare(place, markets.length) })),
      ),
    },
    {
      id: "spot",
      label: "Spot with fallback",
      help: "Spot machines, and on-demand ones for the time that they are taken away.",
      ...room,
      add: () => withSpot(scenario, best, spot),
    },
    {
      id: "tenants",
      label: "Dedicated per tenant",
      help: "Each group of customers has replicas of its own.",
      add: topology("Dedicated per tenant", [{ option: best, share: 1, sites: START.tenants }]),
    },
    {
      id: "adapters",
      label: "Shared with adapters",
      help: "Customers share replicas of one model, each with a low-rank adapter (LoRA) in memory.",
      add: topology("Shared with adapters", [
        { option: best, share: 1, adapters: START.adapters, adapterSize: ADAPTER },
      ]),
    },
  ];
}

/** The plan with one topology more. */
const withTopology = (scenario: Scenario, topology: Topology): Scenario => ({
  ...scenario,
  topologies: [...(scenario.topologies ?? []), topology],
});

/** Spot machines are an option of their own, which the board shows too. */
function withSpot(scenario: Scenario, best: number, known: number): Scenario {
  const base = scenario.options[best] as Option;
  const own: Option = {
    ...base,
    spotShare: 1,
    spotDiscount: base.spotDiscount ?? scenario.money.spotDiscount ?? SPOT.discount,
  };
  const options = known < 0 ? [...scenario.options, own] : scenario.options;
  return withTopology(
    { ...scenario, options },
    {
      name: "Spot with fallback",
      parts: [
        { option: known < 0 ? options.length - 1 : known, share: 1, away: SPOT.away },
        { option: best },
      ],
    },
  );
}

/** One of so many even shares in whole per cents, which a person can read and change; the first ones take what is left. */
const evenShare = (place: number, of: number): number =>
  (Math.floor(100 / of) + (place < 100 % of ? 1 : 0)) / 100;

/** Whether another topology of so many parts may be added. */
export const hasRoom = (scenario: Pick<Scenario, "topologies">): boolean =>
  (scenario.topologies ?? []).length < MAX_TOPOLOGIES && hasRoomForParts(scenario, 2);

/** Whether so many more parts may be in the topologies of a plan. */
export const hasRoomForParts = ({ topologies = [] }: Pick<Scenario, "topologies">, more: number): boolean =>
  topologies.reduce((sum, { parts }) => sum + parts.length, more) <= MAX_TOPOLOGY_PARTS;

/** The topologies that a person who has none sees first: the usual ones that the plan has all it takes for, and that tell something. */
export function usualTopologies(scenario: Scenario, best: number, small: number, large = best): Scenario {
  const first = ["central", "edge", "route", "api", "burst"];
  return first.reduce((grown, id) => {
    const template = templatesOf(grown, best, small, large).find((each) => each.id === id);
    return template && !template.needs && hasRoom(grown) ? template.add() : grown;
  }, scenario);
}
