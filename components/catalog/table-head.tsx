import type { ReactTable } from "@tanstack/react-table";
import type { CatalogColumn, CatalogRow } from "@/lib/view/catalog/catalog-table";
import { unitLabel } from "@/lib/view/catalog/in-unit";
import type { CatalogFeatures } from "./table-features";

type Props = { instance: ReactTable<CatalogFeatures, CatalogRow>; columns: CatalogColumn[] };

/** Column heads that sort: once, the other way round, and back; with Shift after the columns sorted before. */
export function TableHead({ instance, columns }: Props) {
  const { sorting } = instance.state;
  return (
    <thead className="max-md:hidden">
      <tr className="text-left text-muted text-xs">
        {columns.map((column, index) => {
          const sort = sorting.find(({ id }) => id === column.id);
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sort ? (sort.desc ? "descending" : "ascending") : undefined}
              className={`sticky top-0 border-line border-b bg-surface p-0 align-bottom font-medium ${index === 0 ? "left-0 z-20" : "z-10"}`}
            >
              <button
                type="button"
                title={column.help}
                onClick={instance.getColumn(column.id)?.getToggleSortingHandler()}
                className={`flex w-full flex-col px-2 py-2 hover:text-text ${column.kind === "number" ? "items-end text-right" : "items-start text-left"} ${index === 0 ? "pl-4" : ""}`}
              >
                <span
                  className={`flex gap-1 ${sort ? "text-text" : ""} ${column.kind === "number" ? "flex-row-reverse" : ""}`}
                >
                  {column.label}
                  {sort && <span aria-hidden="true">{sort.desc ? "▼" : "▲"}</span>}
                </span>
                <span className="min-h-4 font-normal">{unitLabel(column)}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
