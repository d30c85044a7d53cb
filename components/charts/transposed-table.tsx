import { type Column, cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";
import { ScrolledTable } from "./scrolled-table";
import { type Explained, TableCell } from "./table-cell";

type Props = { table: Table; explained?: Explained | undefined };

/** A table of few rows and many figures: a line a figure, a column a row, so that few things compare well. */
export function TransposedTable({ table, explained }: Props) {
  const [first, ...figures] = table.columns;
  if (!first) return null;
  return (
    <ScrolledTable title={table.title}>
      <thead>
        <tr className="border-line border-b text-xs">
          <th scope="col" className="py-2 pl-4 text-left font-medium text-muted">
            <span className="sr-only">Figure</span>
          </th>
          {table.rows.map((row, index) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
              key={index}
              scope="col"
              className="px-3 py-2 text-right align-bottom font-semibold last:pr-4"
            >
              {cellValue(row[first.id])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((column) => (
          <FigureLine key={column.id} table={table} column={column} explained={explained} />
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function FigureLine({ table, column, explained }: Props & { column: Column }) {
  const scale = columnScale(table, column);
  const unit = column.kind === "number" ? headerUnit(scale) : "";
  return (
    <tr className="border-line border-b last:border-0 hover:bg-inset">
      <th scope="row" className="whitespace-nowrap py-1 pr-3 pl-4 text-left font-normal">
        {column.label}
        {unit && <span className="ml-1.5 text-muted text-xs">{unit}</span>}
      </th>
      {table.rows.map((_, row) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          key={row}
          className="px-3 py-1 text-right last:pr-4"
        >
          <TableCell table={table} row={row} column={column} scale={scale} explained={explained} />
        </td>
      ))}
    </tr>
  );
}
