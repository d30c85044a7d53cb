import {
  type CatalogColumn,
  type CatalogRow,
  type CatalogTable,
  originOf,
} from "@/lib/view/catalog/catalog-table";
import { OriginText } from "./origin-text";

type Props = { table: CatalogTable; row: CatalogRow; columns: CatalogColumn[] };

/** Where the shown figures of a row were read, one line a figure; figures that share their source share a line. */
export function RowSources({ table, row, columns }: Props) {
  const own = columns.filter(({ id }) => {
    const origin = table.origins[row.id]?.[id];
    return origin?.none || (origin?.text && row[id] !== null && row[id] !== undefined);
  });
  const shared = originOf(table, row.id, "");
  return (
    <dl className="grid gap-x-6 gap-y-2 text-xs md:sticky md:left-4 md:w-max md:max-w-[calc(100vw-6rem)] lg:grid-cols-2">
      {own.map((column) => (
        <div key={column.id}>
          <dt className="font-medium">{column.label}</dt>
          <dd>
            <OriginText origin={originOf(table, row.id, column.id)} sources={table.sources} />
          </dd>
        </div>
      ))}
      {shared && (
        <div>
          <dt className="font-medium">{own.length > 0 ? "Everything else" : "All figures"}</dt>
          <dd>
            <OriginText origin={shared} sources={table.sources} />
          </dd>
        </div>
      )}
      {own.length === 0 && !shared && <p className="text-muted">No source is recorded.</p>}
    </dl>
  );
}
