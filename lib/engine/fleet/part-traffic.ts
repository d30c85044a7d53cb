import type { Traffic } from "@/lib/scenario/schema";
import type { Part } from "@/lib/scenario/topology";
import type { Flow } from "./flows";

/**
 * The traffic of one site of a part, in the plan's own words: as many users, requests or tokens as come to it, with
 * their own peak to mean. Users wait for the network too before they think.
 */
export function siteTraffic(traffic: Traffic, { mean, peak }: Flow, part: Part): Traffic {
  const { sites = 1, distance = 0 } = part;
  const peakToMean = part.sitePeak ?? (traffic.peakToMean * peak) / mean;
  const [ofMean, ofPeak] = [mean / sites, ((mean / sites) * peakToMean) / traffic.peakToMean];
  return {
    ...traffic,
    peakToMean,
    users: traffic.users * ofPeak,
    thinkTime: traffic.thinkTime + (traffic.load === "users" ? distance : 0),
    requestRate: traffic.requestRate * ofPeak,
    requestsPerDay: traffic.requestsPerDay * ofMean,
    tokensPerDay: traffic.tokensPerDay * ofMean,
  };
}

/** A traffic of so many requests a second in the busiest hour, in place of the people who make them. */
export const asRate = (traffic: Traffic, requestRate: number): Traffic => ({
  ...traffic,
  load: "rate",
  requestRate,
});

/** The part as one site, to tell what several cost beyond it. */
export const asOneSite = ({ sites: _many, sitePeak: _peak, ...part }: Part): Part => part;
