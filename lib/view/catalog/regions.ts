import type { Place } from "@/lib/catalog/place";
import type { CloudRegions } from "@/lib/catalog/schema";
import type { CatalogColumn, CatalogRow, CatalogTable, CellOrigin } from "./catalog-table";
import { originOfFigure, type SourceLookup, withSources } from "./cells";
import { inUnit } from "./in-unit";

const units = {
  electricity: ["USD/kWh", "USD/J"],
  pue: ["1", "1"],
  carbon: ["gCO2e/kWh", "kgCO2e/J"],
} as const;
type Part = keyof typeof units;

const part = (id: Part, label: string, help: string): CatalogColumn => {
  const [unit, base] = units[id];
  return { id, label, help, unit, base, kind: "number", filter: "number", narrow: true };
};

const columns: CatalogColumn[] = [
  { id: "region", label: "Region", kind: "text", filter: "text", narrow: true },
  { id: "cloud", label: "Cloud", kind: "text", filter: "choice", narrow: true },
  { id: "where", label: "Where", kind: "text", filter: "text" },
  { id: "area", label: "Area", kind: "text", filter: "choice", narrow: true },
  part(
    "electricity",
    "Electricity",
    "Delivered, industrial, from the state or country that the region lies in.",
  ),
  part("pue", "PUE", "Power from the grid over power of the machines: the region's, or its cloud's average."),
  part("carbon", "Carbon", "Of the grid's electricity, an average by location."),
  {
    id: "carbonFree",
    label: "Carbon-free",
    unit: "%",
    base: "1",
    kind: "number",
    filter: "number",
    narrow: true,
    empty: "–",
    help: "Share of the hours' electricity that came without carbon.",
  },
];

/** Every cloud's regions with what their place says; a figure of a larger place says of which. */
export function regionsTable(
  clouds: readonly CloudRegions[],
  placeOf: (id: string) => Place | undefined,
  sourceOf: SourceLookup,
): CatalogTable {
  const origins: CatalogTable["origins"] = {};
  const rows = clouds.flatMap(({ id: cloudId, cloud, region }) =>
    region.map(({ id, name, area, carbonFreeShare }): CatalogRow => {
      const rowId = `${cloudId}/${id}`;
      const place = placeOf(rowId);
      const row: Record<string, CellOrigin> = {};
      const cells: Record<string, number | null> = {};
      for (const key of Object.keys(units) as Part[]) {
        const found = place?.[key];
        const [unit, base] = units[key];
        cells[key] = found ? inUnit(found.figure.value, unit, base) : null;
        if (!found) continue;
        const note = [found.of === place?.name ? "" : found.of, found.figure.note, found.weak]
          .filter(Boolean)
          .join(". ");
        row[key] = { ...originOfFigure(found.figure), asOf: found.asOf, ...(note ? { note } : {}) };
      }
      if (carbonFreeShare) row.carbonFree = originOfFigure(carbonFreeShare);
      origins[rowId] = row;
      const carbonFree = carbonFreeShare ? inUnit(carbonFreeShare.value, "%", "1") : null;
      return { id: rowId, cloud, region: id, where: name, area, ...cells, carbonFree };
    }),
  );
  return withSources({ id: "regions", title: "Regions of clouds", columns, rows, origins }, sourceOf);
}
