import type { Accelerator, Price } from "@/lib/catalog/schema";
import { offerOf } from "@/lib/scenario/offer";
import type { Plan } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";
import type { Deployment, Lookup } from "./deployment";

const SECONDS_PER_HOUR = parseUnit("h").factor;

type Priced = {
  readonly option: Pick<Plan["option"], "accelerator" | "pricePerHour">;
  readonly finance: Pick<Plan["finance"], "hardware">;
  readonly money: Pick<Plan["money"], "purchasePrice">;
};

/** Whether an owned hour follows from a purchase: its owner says no hour, and what buying costs is known. */
export const isBought = (
  { option, finance, money }: Priced,
  accelerator: Pick<Accelerator, "purchasePrice"> | undefined,
): boolean =>
  finance.hardware === "owned" &&
  option.pricePerHour === undefined &&
  (money.purchasePrice ?? accelerator?.purchasePrice) !== undefined;

/**
 * The catalog's offer that an option's cost rests on; undefined where the person states a price, where none is
 * listed, and where the hardware is owned: a rented hour holds electricity, room and a landlord's margin already.
 */
export function listedPrice({ option, finance }: Priced, lookup: Lookup): Price | undefined {
  if (option.pricePerHour !== undefined) return undefined;
  const price = lookup.price(option.accelerator);
  return finance.hardware === "rented" || price?.stated ? price : undefined;
}

/** USD per second of a plan's accelerator: the person's price where given, else the catalog's, else undefined. */
export const priceOf = (plan: Priced, lookup: Lookup): number | undefined =>
  plan.option.pricePerHour === undefined
    ? listedPrice(plan, lookup)?.perAcceleratorHour.value
    : plan.option.pricePerHour / SECONDS_PER_HOUR;

/** What a market asks for an hour beside the price that counts: what eight providers in ten ask for. */
export interface MarketAsk {
  readonly value: number;
  readonly p10: number;
  readonly p90: number;
  readonly providers: number;
}

/** The market of an option's price: that of the catalog's offer, or of the offer that was taken, when it was taken. */
export function marketOf(plan: Plan, lookup: Lookup): MarketAsk | undefined {
  const offer = offerOf(plan.option);
  if (offer?.market) {
    const { low, high, providers } = offer.market;
    const second = (hour: number) => hour / SECONDS_PER_HOUR;
    return { value: second(offer.pricePerHour), p10: second(low), p90: second(high), providers };
  }
  const listed = listedPrice(plan, lookup);
  return listed?.market && { ...listed.market, value: listed.perAcceleratorHour.value };
}

/** What publications say that buying one accelerator costs, about the price that counts; USD. */
export interface PurchaseSpread {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly asOf: string;
}

/** Where an option's price comes from. */
export type PriceOrigin =
  | { readonly kind: "user" }
  /** Owned: from the person's purchase price, or from the catalog's, which may be known as a range. */
  | {
      readonly kind: "purchase";
      readonly asOf?: string;
      readonly source?: string;
      readonly spread?: PurchaseSpread;
    }
  | {
      readonly kind: "catalog";
      readonly price: string;
      /** The provider's own name; absent in a plan that an earlier engine computed. */
      readonly provider?: string;
      readonly asOf: string;
      readonly source: string;
    }
  | { readonly kind: "unknown" };

export function priceOrigin(plan: Priced, lookup: Lookup): PriceOrigin {
  if (plan.option.pricePerHour !== undefined) return { kind: "user" };
  const accelerator = lookup.accelerator(plan.option.accelerator);
  if (isBought(plan, accelerator)) {
    if (!accelerator?.purchasePrice || plan.money.purchasePrice !== undefined) return { kind: "purchase" };
    const { value, asOf, source } = accelerator.purchasePrice;
    const { low, high, asOf: on } = accelerator.purchaseRange ?? {};
    return {
      kind: "purchase",
      source,
      ...(asOf ? { asOf } : {}),
      ...(low && high && on ? { spread: { value, low: low.value, high: high.value, asOf: on } } : {}),
    };
  }
  const price = listedPrice(plan, lookup);
  return price
    ? {
        kind: "catalog",
        price: price.id,
        provider: price.provider,
        asOf: price.asOf,
        source: price.source,
      }
    : { kind: "unknown" };
}

/** Owned hardware whose draw nobody states: what it costs is not known. */
export const ownedWithoutPower = ({ plan, accelerator }: Pick<Deployment, "plan" | "accelerator">): boolean =>
  plan.finance.hardware === "owned" && accelerator.power === undefined;
