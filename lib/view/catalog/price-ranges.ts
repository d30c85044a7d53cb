import type { Price, PriceRange } from "@/lib/catalog/schema";
import { isStalePrice } from "./age";
import type { CellOrigin, SourceNote } from "./catalog-table";
import { citedSources, originOfFigure, type SourceLookup } from "./cells";
import { offerOrigin } from "./hardware";
import { inUnit } from "./in-unit";

/** A range of prices, low, base and high in `unit`, where the base lies between them (0 to 1), and its age. */
export type RangeView = {
  id: string;
  accelerator: string;
  acceleratorId: string;
  what: string;
  unit: string;
  ends: { label: string; value: number; origin?: CellOrigin }[];
  basePosition: number;
  asOf: string;
  stale: boolean;
};

const units = { hour: ["USD/h", "USD/s"], purchase: ["USD", "USD"] } as const;
const labels = { hour: "per accelerator-hour", purchase: "to buy one" } as const;

/** What publications say an hour or a card costs, on the day given as YYYY-MM-DD. */
export function rangeViews(
  ranges: readonly PriceRange[],
  nameOf: (acceleratorId: string) => string,
  sourceOf: SourceLookup,
  today: string,
): { ranges: RangeView[]; sources: Record<string, SourceNote> } {
  const views = ranges.map(({ accelerator, what, low, base, high, asOf }) => {
    const [unit, baseUnit] = units[what];
    const end = (label: string, figure: typeof low) => ({
      label,
      value: inUnit(figure.value, unit, baseUnit),
      origin: { asOf, ...originOfFigure(figure) },
    });
    const span = high.value - low.value;
    return {
      id: `${accelerator}-${what}`,
      accelerator: nameOf(accelerator),
      acceleratorId: accelerator,
      what: labels[what],
      unit,
      ends: [end("Low", low), end("Base", base), end("High", high)],
      basePosition: span > 0 ? (base.value - low.value) / span : 0,
      asOf,
      stale: isStalePrice(asOf, today),
    };
  });
  return withCited(views, sourceOf);
}

function withCited(ranges: RangeView[], sourceOf: SourceLookup) {
  const origins = ranges.flatMap(({ ends }) => ends.flatMap(({ origin }) => origin ?? []));
  return { ranges, sources: citedSources(origins, sourceOf) };
}

/** By judgement: of fewer providers a middle says little. */
const MARKET = 5;
/** By judgement: two rows of them; the list of offers has all. */
const SHOWN = 6;

/**
 * What plans take for an hour of the few accelerators that most providers let, between the cheapest and the dearest of them;
 * `prices` are the offers that plans start from, with their markets.
 */
export function plannedViews(
  prices: readonly Price[],
  nameOf: (acceleratorId: string) => string,
  sourceOf: SourceLookup,
  today: string,
): { ranges: RangeView[]; sources: Record<string, SourceNote> } {
  const [unit, baseUnit] = units.hour;
  const views = prices.flatMap((price): (RangeView & { providers: number })[] => {
    const { accelerator, market, perAcceleratorHour, provider, asOf } = price;
    if (!market || market.providers < MARKET) return [];
    const { low, high, providers } = market;
    const value = perAcceleratorHour.value;
    const end = (label: string, of: number) => ({ label, value: inUnit(of, unit, baseUnit) });
    return [
      {
        id: `${accelerator}-planned`,
        accelerator: nameOf(accelerator),
        acceleratorId: accelerator,
        what: `an hour on demand of ${provider}, the middle of ${providers} providers`,
        unit,
        ends: [
          end("Cheapest", low),
          { ...end("Plans take", value), origin: offerOrigin(price, today) },
          end("Dearest", high),
        ],
        basePosition: high > low ? (value - low) / (high - low) : 0,
        asOf,
        stale: isStalePrice(asOf, today),
        providers,
      },
    ];
  });
  views.sort((a, b) => b.providers - a.providers || (a.accelerator < b.accelerator ? -1 : 1));
  return withCited(
    views.slice(0, SHOWN).map(({ providers: _, ...view }) => view),
    sourceOf,
  );
}
