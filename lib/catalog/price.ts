import * as z from "zod";
import { date, figure, recordId, text } from "./figure";

/** How an hour is paid for. `ownership` is a modelled cost of one owned; purchase prices are figures and ranges. */
export const priceTerms = ["on-demand", "spot", "reserved-1y", "reserved-3y", "ownership"] as const;
export type PriceTerm = (typeof priceTerms)[number];

/** One dated offer of one instance type in one region. */
export const offerSchema = z.strictObject({
  accelerator: recordId,
  instance: text.optional(),
  /** Accelerators in the instance. */
  accelerators: z.int().positive(),
  region: text.optional(),
  /** Part of the world, for comparing like with like; "global" where one price holds everywhere. */
  area: z.enum(["US", "EU", "APAC", "ME", "global"]),
  term: z.enum(priceTerms),
  /** USD per second inside, "$98.32/h" in the file; for the whole instance. */
  perInstanceHour: figure("USD/s").optional(),
  perAcceleratorHour: figure("USD/s"),
  asOf: date,
});

/** The offers of one provider: one file. */
export const providerPricesSchema = z.strictObject({
  id: recordId,
  provider: text,
  notes: text.optional(),
  offer: z.array(offerSchema).min(1),
});

/** An offer with its provider; `id` is provider, accelerator, instance, region and term. */
export type Price = z.infer<typeof offerSchema> & { id: string; provider: string; source: string };

const slug = (part: string) =>
  part
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The offers of one provider's file, each with its id. */
export function pricesOf(file: z.infer<typeof providerPricesSchema>): Price[] {
  return file.offer.map((offer) => ({
    ...offer,
    id: [file.id, offer.accelerator, offer.instance, offer.region, offer.term]
      .filter((part) => part !== undefined)
      .map(slug)
      .join("/"),
    provider: file.provider,
    source: offer.perAcceleratorHour.source,
  }));
}

/**
 * The offer a plan starts from: of the on-demand offers in the US (or of a provider with one price
 * everywhere; of any place where neither exists) that are dated in the year of the newest, to the
 * month where any is, each provider's cheapest per accelerator-hour; of those the middle one (the lower of two). It is a
 * real offer with a date and a source, neither the dearest hyperscaler nor the cheapest marketplace.
 */
export function chooseDefaultPrice(offers: readonly Price[]): Price | undefined {
  const onDemand = offers.filter((offer) => offer.term === "on-demand");
  const newest = onDemand.reduce((latest, offer) => (offer.asOf > latest ? offer.asOf : latest), "");
  const dated = onDemand.some((offer) => offer.asOf.length > 4);
  const recent = onDemand.filter(
    (offer) => offer.asOf.slice(0, 4) === newest.slice(0, 4) && (!dated || offer.asOf.length > 4),
  );
  const comparable = recent.filter((offer) => offer.area === "US" || offer.area === "global");
  const cheapest = new Map<string, Price>();
  for (const offer of comparable.length > 0 ? comparable : recent) {
    const known = cheapest.get(offer.provider);
    if (!known || offer.perAcceleratorHour.value < known.perAcceleratorHour.value)
      cheapest.set(offer.provider, offer);
  }
  const sorted = [...cheapest.values()].sort(
    (a, b) => a.perAcceleratorHour.value - b.perAcceleratorHour.value,
  );
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

const range = <K extends string>(what: K, unit: string) =>
  z.strictObject({
    accelerator: recordId,
    what: z.literal(what),
    low: figure(unit),
    base: figure(unit),
    high: figure(unit),
    asOf: date,
    notes: text.optional(),
  });

/** A published range: what an hour or a card costs, as low, base and high. */
export const priceRangeSchema = z.discriminatedUnion("what", [
  range("hour", "USD/s"),
  range("purchase", "USD"),
]);
export type PriceRange = z.infer<typeof priceRangeSchema>;

/** A file of ranges. */
export const priceRangesSchema = z.strictObject({
  id: recordId,
  notes: text.optional(),
  range: z.array(priceRangeSchema).min(1),
});
