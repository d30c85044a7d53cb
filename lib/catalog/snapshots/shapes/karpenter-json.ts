import type { PriceTerm } from "../../price";
import { dayIn, emptyReading, printedPrice, type SnapshotShape } from "../reading";
import { jsonOf, object, textOf } from "./json";

const TERMS: readonly (readonly [string, PriceTerm])[] = [
  ["on_demand", "on-demand"],
  ["onDemand", "on-demand"],
  ["spot", "spot"],
];

/** Google's regions end in a number without a hyphen before it ("us-central1"), AWS's with one, Azure's have none. */
function providerOf(region: string): string {
  if (/^[a-z]+-[a-z]+\d+$/.test(region)) return "GCP";
  return /^[a-z]{2}(-[a-z]+)+-\d+$/.test(region) ? "AWS" : "Azure";
}

/** Prices by region and term that Karpenter keeps as JSON. */
export const karpenterJson: SnapshotShape = {
  id: "gcp-karpenter-pricing",
  title: "Karpenter: price table by region",
  where: "https://github.com/cloudpilot-ai/karpenter-provider-gcp",
  licence: "Apache-2.0",
  matches: (text) =>
    Object.values(object(object(jsonOf(text)).prices)).some((region) => termsIn(region).length > 0),
  dateIn: (text) => {
    const { prices: _prices, ...head } = object(jsonOf(text));
    return Object.values(head).map(textOf).map(dayIn).find(Boolean);
  },
  read(text, day) {
    const reading = emptyReading();
    for (const [region, tables] of Object.entries(object(object(jsonOf(text)).prices))) {
      for (const [term, prices] of termsIn(tables)) {
        for (const [instance, price] of Object.entries(prices)) {
          const instanceHour = printedPrice(price);
          const at = `${region}.${instance}`;
          if (instanceHour === undefined) {
            reading.refused.push({ at, what: instance, why: `no price, got ${JSON.stringify(price)}` });
            continue;
          }
          const provider = providerOf(region);
          reading.offers.push({ at, provider, parts: [], instance, region, term, instanceHour, asOf: day });
        }
      }
    }
    return reading;
  },
};

const termsIn = (tables: unknown) =>
  TERMS.flatMap(([key, term]) => {
    const prices = object(object(tables)[key]);
    return Object.keys(prices).length > 0 ? [[term, prices] as const] : [];
  });
