import { chooseDefaultPrice } from "../default-price";
import type { MarketSpread, Price } from "../price";
import type { MappedOffer } from "./map-offer";

const SECONDS_PER_HOUR = 3600;

/** What the chosen offer is among those compared: each provider counts once, by its cheapest. */
const placeOf = ({ providers, offers }: MarketSpread): string =>
  providers > 1 ? `middle of ${providers} providers` : `cheapest of ${offers} offers`;

/** One price for each accelerator of a snapshot, USD per hour, chosen as the catalog chooses where a plan starts. */
export function onePriceEach(
  offers: readonly MappedOffer[],
): { accelerator: string; pricePerHour: number; note: string }[] {
  const byChip = new Map<string, Price[]>();
  for (const { provider, offer } of offers) {
    const { accelerator, accelerators, instance, region, area, term, covers, asOf, acceleratorHour, note } =
      offer;
    const price: Price = {
      id: [provider.id, accelerator, instance, region, term].filter(Boolean).join("/"),
      provider: provider.name,
      source: "file",
      accelerator,
      accelerators,
      area,
      term,
      asOf,
      ...(instance ? { instance } : {}),
      ...(region ? { region } : {}),
      ...(covers ? { covers } : {}),
      perAcceleratorHour: {
        value: acceleratorHour / SECONDS_PER_HOUR,
        text: `$${acceleratorHour}/h`,
        source: "file",
        ...(note ? { note } : {}),
      },
    };
    byChip.set(accelerator, [...(byChip.get(accelerator) ?? []), price]);
  }
  return [...byChip.values()].flatMap((known) => {
    const chosen = chooseDefaultPrice(known);
    if (!chosen) return [];
    const { accelerator, provider, instance, region, asOf, market, perAcceleratorHour } = chosen;
    const where = [provider, instance, region, asOf].filter(Boolean).join(", ");
    const of = market && market.offers > 1 ? `; ${placeOf(market)}` : "";
    const pricePerHour = Number((perAcceleratorHour.value * SECONDS_PER_HOUR).toPrecision(9));
    return [{ accelerator, pricePerHour, note: `${where}${of}` }];
  });
}
