import type { Scenario } from "@/lib/scenario";
import { offerOf } from "@/lib/scenario/offer";
import { planOf } from "@/lib/scenario/plan";
import type { ApiOffer } from "@/lib/scenario/schema";
import type { Part, Topology } from "@/lib/scenario/topology";
import { grouped } from "@/lib/units";
import { accountsFor } from "../apis/estimate-apis";
import type { Lookup } from "../deployment";
import { listedPrice } from "../price";
import type { Composition } from "./compose";

/** Something that must be true for a topology's figures to hold. */
export interface Condition {
  /** The part that it is about, by its place. */
  readonly part: number;
  /** What is asked of the topology, or what its figures take for granted. */
  readonly kind: "asked" | "assumed";
  /** Whether it is so; "open" where nobody but the person can say. */
  readonly holds: "yes" | "no" | "open";
  readonly text: string;
}

/** What must be true of a topology beside its goals, part by part. */
export function conditionsOf(
  { topology, legs, reference }: Composition,
  scenario: Scenario,
  lookup: Lookup,
): Condition[] {
  return legs.flatMap(({ part, flow, site }, index): Condition[] => {
    const open = (text: string): Condition => ({
      part: index,
      kind: "assumed",
      holds: "open",
      text,
    });
    const { escalated, capacity, away, sites = 1, api, adapters, distance } = part;
    const demand = site?.found.missing.find(({ of }) => of === "rate");
    return [
      ...stays(part, index, topology, scenario, lookup),
      ...(demand
        ? [
            {
              part: index,
              kind: "asked" as const,
              holds: "no" as const,
              text: "Its machines, as many as were fixed by hand, serve all that comes",
            },
          ]
        : []),
      ...(escalated
        ? [open("Somebody tells at once which answers do not do; what that costs is not counted")]
        : []),
      ...(capacity !== undefined && capacity < 1
        ? [open("What comes above its machines is seen and sent on within the hour")]
        : []),
      ...(away
        ? [open("The next part is ready when its machines are taken, and can be had for that time alone")]
        : []),
      ...(sites > 1 ? [open("Its sites are asked evenly, and none helps another")] : []),
      ...(distance ? [open("The network takes this long for everybody")] : []),
      ...(adapters
        ? [open("Adapters take memory alone: reading them beside the weights in each step is not counted")]
        : []),
      ...(api !== undefined
        ? [
            open(
              part.ttft === undefined || part.tpot === undefined
                ? "How fast the API answers is not said, so that no time of all requests is known"
                : "The API answers as fast as said",
            ),
            open(limitText(scenario, scenario.apis?.[api], flow.peak, reference)),
          ]
        : []),
    ];
  });
}

/** What a part's busiest hour takes of its API's limits. */
function limitText(
  scenario: Scenario,
  offer: ApiOffer | undefined,
  share: number,
  { found, estimate: { figures } }: Composition["reference"],
): string {
  const { monthlyRequests, monthlyInputTokens = 0, monthlyOutputTokens = 0 } = figures;
  const rate = found.demand?.peak;
  const accounts =
    offer && rate !== undefined && monthlyRequests
      ? accountsFor(offer, scenario, {
          rate: rate * share,
          read: monthlyInputTokens / monthlyRequests,
          written: monthlyOutputTokens / monthlyRequests,
        })
      : undefined;
  if (accounts === undefined)
    return "The API takes whatever comes: what one account of it may ask is not known";
  return accounts > 1
    ? `The API grants ${grouped(accounts)} accounts, or as many times its limits, for the busiest hour`
    : "The API takes whatever comes: one account may ask as much";
}

/** Whether a part is where its requests must stay. */
function stays(
  part: Part,
  index: number,
  { area }: Topology,
  scenario: Scenario,
  lookup: Lookup,
): Condition[] {
  if (area === undefined) return [];
  const found = areaOf(part, scenario, lookup);
  const isKnown = found !== undefined && found !== "global";
  const where = isKnown ? `It stands in ${found}` : "Where it stands is not said";
  return [
    {
      part: index,
      kind: "asked",
      holds: isKnown ? (found === area ? "yes" : "no") : "open",
      text: `${where}; requests must stay in ${area}`,
    },
  ];
}

/** The part of the world that a part stands in: what the person says, else what the offer that it is priced by says. */
function areaOf({ area, option }: Part, scenario: Scenario, lookup: Lookup): string | undefined {
  if (area !== undefined || option === undefined) return area;
  const plan = planOf(scenario, option);
  return offerOf(plan.option)?.area ?? listedPrice(plan, lookup)?.area;
}
