import type { PriceRange } from "@/lib/catalog/schema";
import { isStalePrice } from "./age";
import type { CellOrigin, SourceNote } from "./catalog-table";
import { citedSources, originOfFigure, type SourceLookup } from "./cells";
import { inUnit } from "./in-unit";

/** A published range, low, base and high in `unit`, where the base lies between them (0 to 1), and its age. */
export type RangeView = {
  id: string;
  accelerator: string;
  acceleratorId: string;
  what: string;
  unit: string;
  ends: { label: string; value: number; origin: CellOrigin }[];
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
  const origins = views.flatMap(({ ends }) => ends.map(({ origin }) => origin));
  return { ranges: views, sources: citedSources(origins, sourceOf) };
}
