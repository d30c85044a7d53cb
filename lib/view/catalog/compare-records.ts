import type { Table } from "../table";
import { type CatalogColumn, type CatalogTable, originOf } from "./catalog-table";
import { unitLabel } from "./in-unit";

/** The id of the column that holds a record's ratios to the first. */
export const ratioOf = (rowId: string): string => `${rowId} ratio`;

/**
 * Records side by side: one row a figure, one column a record in the order given, and for each record after the first
 * a column of ratios to the first. A ratio is null where either figure is unknown or is no amount.
 */
export function compareRecords(
  table: CatalogTable,
  rowIds: readonly string[],
  columns: readonly CatalogColumn[],
): Table {
  const [name, ...rest] = columns;
  const rows = rowIds.map((id) => table.rows.find((row) => row.id === id)).filter((row) => row !== undefined);
  const first = rows[0];
  if (!name || !first) throw new Error("nothing to compare: no known row is selected");
  const nameOf = (row: (typeof rows)[number]) => String(row[name.id] ?? row.id);
  return {
    id: `${table.id}-compared`,
    title: `${table.title} compared`,
    columns: [
      { id: "figure", label: "Figure", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      ...rows.flatMap((row, index) => [
        { id: row.id, label: nameOf(row), kind: "text" as const },
        ...(index > 0
          ? [{ id: ratioOf(row.id), label: `${nameOf(row)} / ${nameOf(first)}`, kind: "number" as const }]
          : []),
      ]),
    ],
    rows: rest.map((column) => ({
      figure: column.label,
      unit: unitLabel(column) || null,
      ...Object.fromEntries(
        rows.flatMap((row) => [
          [row.id, row[column.id] ?? (originOf(table, row.id, column.id)?.none ? "none" : null)],
          [ratioOf(row.id), column.plain ? null : ratio(row[column.id], first[column.id])],
        ]),
      ),
    })),
  };
}

function ratio(value: unknown, reference: unknown): number | null {
  if (typeof value !== "number" || typeof reference !== "number" || reference === 0) return null;
  return value / reference;
}
