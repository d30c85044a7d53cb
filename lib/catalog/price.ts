import * as z from "zod";
import { date, figure, recordId, text } from "./figure";
import { areas } from "./region";

/** How an hour is paid for. `ownership` is a modelled cost of one owned; purchase prices are figures and ranges. */
export const priceTerms = ["on-demand", "spot", "reserved-1y", "reserved-3y", "ownership"] as const;
export type PriceTerm = (typeof priceTerms)[number];

/** One dated offer of one instance type in one region. */
export const offerSchema = z.strictObject({
  accelerator: recordId,
  instance: text.optional(),
  /** Accelerators in the instance. */
  accelerators: z.int().positive(),
  /** Physical cores of the instance, where its accelerators are CPUs. */
  cores: z.strictObject({ value: z.int().positive(), source: recordId, note: text.optional() }).optional(),
  region: text.optional(),
  /** Part of the world, for comparing like with like; "global" where one price holds everywhere. */
  area: z.enum(areas),
  term: z.enum(priceTerms),
  /** USD per second inside, "$98.32/h" in the file; for the whole instance. */
  perInstanceHour: figure("USD/s").optional(),
  perAcceleratorHour: figure("USD/s"),
  /** What the price covers, where it is not the whole machine: such offers start no plan. */
  covers: z.literal("accelerator-alone").optional(),
  asOf: date,
});

/** The offers of one provider: one file. */
export const providerPricesSchema = z.strictObject({
  id: recordId,
  provider: text,
  notes: text.optional(),
  offer: z.array(offerSchema).min(1),
});

/** The offers that a default price was chosen among, each provider by its cheapest; USD per second. */
export type MarketSpread = {
  providers: number;
  offers: number;
  low: number;
  high: number;
  /** One provider in ten is cheaper, one in ten dearer. */
  p10: number;
  p90: number;
  /** The days from the oldest to the newest of them that were let in. */
  days: number;
  /** The fewest accelerators that anybody lets at a time. */
  fewest: number;
  /** The middle of the providers whose offers are newer than the chosen one; absent where none is. */
  newer?: { provider: string; rate: number; asOf: string };
};

/** An offer with its provider; `id` is provider, accelerator, instance, region and term. */
export type Price = z.infer<typeof offerSchema> & {
  id: string;
  provider: string;
  source: string;
  /** Only on a price of a person's own chip: it holds what the person says it holds. */
  stated?: true;
  /** Only on a price that was chosen as the default. */
  market?: MarketSpread;
};

const slug = (part: string) =>
  part
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The offers of one provider's file, each with its id. */
export function filePrices(file: z.infer<typeof providerPricesSchema>): Price[] {
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
