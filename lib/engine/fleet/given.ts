import type { ApiOffer, Scenario } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";
import { offerTokenCost } from "../apis/estimate-apis";
import type { Figures } from "../figures";
import type { Composition, SizedPart } from "./compose";
import type { FleetInputId } from "./quantities";

const MONTH = parseUnit("month").factor;
/** By judgement: a streamed token is a few letters in an event of a few hundred bytes. */
const TOKEN_BYTES = 300;

type WholeId = "wholeRequests" | "useShare";
/** What a part is given; what is not known is absent. */
export type PartGiven = Readonly<Partial<Record<Exclude<FleetInputId, WholeId>, number>>>;
export type WholeGiven = Readonly<Record<WholeId, number>>;

/** What the formulas of a topology are given: of the whole, and of each part in its order. */
export function givenOf(
  { legs, reference }: Composition,
  { apis = [], workload, money }: Pick<Scenario, "apis" | "workload" | "money">,
): { whole: WholeGiven; parts: PartGiven[] } {
  const useShare = reference.estimate.figures.busyShare ?? 1;
  const rates = legs.map((leg) => rateOf(leg, reference));
  // An answer that is asked again is no new request.
  const fresh = legs.reduce((sum, { flow }, index) => sum + (rates[index] as number) * (1 - flow.again), 0);
  const parts = legs.map((leg, index) => {
    const asked = fresh > 0 ? (rates[index] as number) / fresh : 0;
    const api = leg.part.api === undefined ? undefined : apis[leg.part.api];
    return {
      askedShare: asked,
      answeredShare: asked * (1 - (leg.part.escalated ?? 0)),
      timeShare: leg.flow.time,
      distanceTime: leg.part.distance ?? 0,
      ...paid(leg),
      ...(api
        ? apiGiven(leg, api, { workload, money }, reference.estimate.figures)
        : siteGiven(leg, reference.estimate.figures)),
    };
  });
  return { whole: { wholeRequests: fresh * useShare * MONTH, useShare }, parts };
}

/** Requests per second that a part is asked on average while requests come, over all its sites and the whole time. */
const rateOf = ({ part, flow, site }: SizedPart, reference: Composition["reference"]): number =>
  site?.found.demand
    ? site.found.demand.mean * (part.sites ?? 1) * flow.time
    : (reference.found.demand?.mean ?? 0) * flow.asked;

/** What a person says that it costs beside machines and tokens. */
const paid = ({ part }: SizedPart): PartGiven => ({
  sites: part.api === undefined ? (part.sites ?? 1) : 0,
  siteUpkeep: part.siteCost ?? 0,
  egressPrice: (part.egress ?? 0) * parseUnit("USD/GB").factor,
  sentBytes: part.tokenBytes ?? TOKEN_BYTES,
});

const lengthsOf = ({
  monthlyRequests = 1,
  monthlyInputTokens = 0,
  monthlyOutputTokens = 0,
}: Figures): Pick<Required<PartGiven>, "requestTokens" | "answerTokens"> => ({
  requestTokens: (monthlyInputTokens + monthlyOutputTokens) / monthlyRequests,
  answerTokens: monthlyOutputTokens / monthlyRequests,
});

const NO_SITE: PartGiven = {
  siteReplicas: 0,
  siteAccelerators: 0,
  siteMachines: 0,
  siteRate: 0,
  siteGoodRate: 0,
  pooledAccelerators: 0,
};

function siteGiven({ site, pooled }: SizedPart, reference: Figures): PartGiven {
  // What nobody comes to answers nobody.
  if (!site) return { ...NO_SITE, ...lengthsOf(reference), apiTokenPrice: 0, ...NOBODY };
  const { figures } = site.estimate;
  const times = site.found.percentiles;
  return {
    siteReplicas: site.found.replicas,
    siteAccelerators: figures.acceleratorCount,
    siteMachines: figures.monthlyCost,
    siteRate: site.found.demand?.mean,
    siteGoodRate: site.found.goodRate,
    pooledAccelerators: pooled,
    apiTokenPrice: 0,
    ...lengthsOf(figures),
    // What the site's own requests wait; the formulas' mean, a benchmark's, where nothing is simulated.
    partTtft: times?.ttft.mean.value ?? figures.ttft,
    partTpot: times?.tpot.mean.value ?? figures.tpot,
    partAnswer: times?.answer.mean.value ?? figures.requestLatency,
  } as PartGiven;
}

const NOBODY: PartGiven = { partTtft: 0, partTpot: 0, partAnswer: 0 };

/** Tokens at the provider's price, for the lengths that requests have with their history. */
function apiGiven(
  { part, flow }: SizedPart,
  offer: ApiOffer,
  { workload, money }: Pick<Scenario, "workload" | "money">,
  reference: Figures,
): PartGiven {
  const lengths = lengthsOf(reference);
  const { requestTokens, answerTokens: outputTokens } = lengths;
  const inputTokens = requestTokens - outputTokens;
  const { ttft, tpot } = flow.asked > 0 ? part : { ttft: 0, tpot: 0 };
  return {
    ...NO_SITE,
    ...lengths,
    apiTokenPrice: offerTokenCost(offer, workload, money, { read: inputTokens, written: outputTokens }),
    ...(ttft === undefined ? {} : { partTtft: ttft }),
    ...(tpot === undefined ? {} : { partTpot: tpot }),
    ...(ttft === undefined || tpot === undefined
      ? {}
      : { partAnswer: ttft + Math.max(0, outputTokens - 1) * tpot }),
  };
}
