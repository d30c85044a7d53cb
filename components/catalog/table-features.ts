import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from "@tanstack/react-table";
import type { CatalogColumn, CatalogRow, CatalogTable } from "@/lib/view/catalog/catalog-table";
import { holdsSearch, readCellFilter, searchText } from "@/lib/view/catalog/cell-filter";

/** What a catalog table does; nothing else of the table library is bundled. */
export const features = tableFeatures({
  columnFilteringFeature,
  rowSelectionFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});
export type CatalogFeatures = typeof features;

/** The column that the search box filters: every text of a row. It is never shown. */
export const SEARCH = "search text";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const byText: SortFn<CatalogFeatures, CatalogRow> = (a, b, id) =>
  collator.compare(a.getValue<string>(id), b.getValue<string>(id));
const byNumber: SortFn<CatalogFeatures, CatalogRow> = (a, b, id) =>
  a.getValue<number>(id) - b.getValue<number>(id);

/** The library's columns of a catalog table. Unknown figures sort last, whichever way. */
export function columnDefs(table: Pick<CatalogTable, "columns">): ColumnDef<CatalogFeatures, CatalogRow>[] {
  return [
    ...table.columns.map((column) => columnDef(column)),
    {
      id: SEARCH,
      accessorFn: (row) => searchText(table.columns, row),
      filterFn: (row, id, words: string) => holdsSearch(row.getValue<string>(id), words),
      enableSorting: false,
    },
  ];
}

function columnDef(column: CatalogColumn): ColumnDef<CatalogFeatures, CatalogRow> {
  const isNumber = column.kind === "number";
  return {
    id: column.id,
    accessorFn: (row) => row[column.id] ?? undefined,
    sortFn: isNumber ? byNumber : byText,
    sortDescFirst: isNumber || column.filter === "date",
    sortUndefined: "last",
    filterFn: Object.assign(
      (row: { original: CatalogRow }, id: string, test: (value: string | number | null) => boolean) =>
        test(row.original[id] ?? null),
      // The text is read once for the table instead of once for every row; what cannot be read filters nothing.
      {
        resolveFilterValue: (text: string) => {
          const reading = readCellFilter(text, column);
          return reading.ok ? reading.test : () => true;
        },
      },
    ),
  };
}
