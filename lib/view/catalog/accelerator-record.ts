import type { Price } from "@/lib/catalog/schema";
import { type AnyAccelerator, acceleratorFigures, lackOf } from "./accelerator-figures";
import type { SourceNote } from "./catalog-table";
import { originOfFigure, type SourceLookup } from "./cells";
import { offerOrigin } from "./hardware";
import { cellText, inUnit, unitLabel } from "./in-unit";
import { type RecordFigure, recordFigure, sourcesOfFigures } from "./record-figures";

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
    if (figure) {
      const number = cellText(column, inUnit(figure.value, unit, base));
      const origin = originOfFigure(figure, column.id === "purchase" ? today : undefined);
      return recordFigure(column, number, unitLabel(column), origin);
    }
    const lack = lackOf(accelerator, column.id);
    const origin = lack && { source: lack.source, note: lack.note ?? "The chip has none" };
    return recordFigure({ ...column, empty: lack ? "none" : "unknown" }, null, unitLabel(column), origin);
  });
  const hour = { id: "price", label: "Price, where a plan starts", unit: "USD/h" };
  const number = price ? cellText(hour, inUnit(price.perAcceleratorHour.value, "USD/h", "USD/s")) : null;
  const figures = [...known, recordFigure(hour, number, unitLabel(hour), price && offerOrigin(price, today))];
  return { figures, sources: sourcesOfFigures(figures, sourceOf) };
}

/** What is known about an accelerator in words; null where it is not known. */
export function acceleratorFacts(accelerator: AnyAccelerator): { label: string; value: string | null }[] {
  const { architecture, year, memoryType, link, bridge, mig, announced, reviewBy, notes } = accelerator;
  const joined = ({ name, domain }: NonNullable<typeof link>) => `${name}, ${domain} accelerators`;
  const noLink = lackOf(accelerator, "link") ? "none" : null;
  return [
    ...(announced ? [{ label: "Announced", value: announced }] : []),
    { label: "Architecture", value: architecture ?? null },
    { label: "Year", value: year ? String(year.value) : null },
    { label: "Memory type", value: memoryType ?? null },
    { label: "Link", value: link ? joined(link) : noLink },
    ...(bridge
      ? [
          {
            label: "Bridge, sold apart",
            value: `${joined(bridge)}, ${bridge.perDirection.text} in one direction`,
          },
        ]
      : []),
    ...(mig ? [{ label: "MIG", value: `up to ${mig.value} instances` }] : []),
    { label: "Review by", value: reviewBy },
    ...(notes ? [{ label: "Notes", value: notes }] : []),
  ];
}
