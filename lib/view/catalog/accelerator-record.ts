import type { Price } from "@/lib/catalog/schema";
import { type AnyAccelerator, acceleratorFigures } from "./accelerator-figures";
import type { SourceNote } from "./catalog-table";
import { citedSources, originOfFigure, type SourceLookup } from "./cells";
import { priceOrigin } from "./hardware";
import { cellText, inUnit, unitLabel } from "./in-unit";
import { type RecordFigure, recordFigure } from "./record-figures";

/** Every figure of an accelerator, unknown ones too, with its sources; `today` is YYYY-MM-DD. */
export function acceleratorRecord(
  accelerator: AnyAccelerator,
  price: Price | undefined,
  sourceOf: SourceLookup,
  today: string,
): { figures: RecordFigure[]; sources: Record<string, SourceNote> } {
  const known = acceleratorFigures.map((column) => {
    const figure = column.of(accelerator);
    const { unit = "1", base } = column;
    const number = figure ? cellText(column, inUnit(figure.value, unit, base)) : null;
    const origin = figure && originOfFigure(figure, column.id === "purchase" ? today : undefined);
    return { figure: recordFigure(column, number, unitLabel(column), origin), origin };
  });
  const hour = { id: "price", label: "Price, where a plan starts", unit: "USD/h" };
  const origin = price && priceOrigin(price, today);
  const number = price ? cellText(hour, inUnit(price.perAcceleratorHour.value, "USD/h", "USD/s")) : null;
  const all = [...known, { figure: recordFigure(hour, number, unitLabel(hour), origin), origin }];
  return {
    figures: all.map(({ figure }) => figure),
    sources: citedSources(
      all.flatMap(({ origin: cited }) => cited ?? []),
      sourceOf,
    ),
  };
}
