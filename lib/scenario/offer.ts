import type { Offer, Option } from "./schema";

/** The offer that an option's price comes from; undefined once another price was typed. */
export const offerOf = ({
  pricePerHour,
  offer,
}: Pick<Option, "pricePerHour" | "offer">): Offer | undefined =>
  offer && offer.pricePerHour === pricePerHour ? offer : undefined;

/** The part of an option that says its price and which offer it is. */
export const pricedBy = (offer: Offer): Pick<Option, "pricePerHour" | "offer"> => ({
  pricePerHour: offer.pricePerHour,
  offer,
});
