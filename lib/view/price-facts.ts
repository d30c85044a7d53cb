import type { OptionEstimate } from "@/lib/engine";
import { offerOf } from "@/lib/scenario/offer";

/** Where the price of an option's hour comes from; what is not known, or does not apply, is null. */
export type PriceFacts = { provider: string | null; term: string | null; asOf: string | null };

const UNKNOWN: PriceFacts = { provider: null, term: null, asOf: null };

/**
 * Whose price an option's cost rests on, on which terms and of which day. A plan that an earlier engine computed kept the
 * offer's id alone, which begins with the provider and ends with the term.
 */
export function priceFacts({ option, origin }: OptionEstimate): PriceFacts {
  const { price } = origin;
  switch (price.kind) {
    case "catalog": {
      const parts = price.price.split("/");
      return {
        provider: price.provider ?? parts[0] ?? null,
        term: parts.at(-1)?.replaceAll("-", " ") ?? null,
        asOf: price.asOf,
      };
    }
    case "purchase":
      return { provider: "bought", term: "owned", asOf: price.asOf ?? null };
    case "user": {
      const offer = offerOf(option);
      return offer
        ? { provider: offer.provider, term: offer.term.replaceAll("-", " "), asOf: offer.asOf }
        : { ...UNKNOWN, provider: "typed by you" };
    }
    case "unknown":
      return UNKNOWN;
  }
}
