import type { ReactNode } from "react";
import type { Column, Table } from "@/lib/view/table";
import { ScrolledTable } from "./scrolled-table";
import { headerUnit } from "./shown-unit";
import { TableCell } from "./table-cell";
import { TransposedTable } from "./transposed-table";

/** Draws a number of the table in another way than plain text: as a button that explains it. */
export type NumberCell = (cell: {
  row: number;
  column: Column;
  value: number;
  unit: string;
  /** Whether the unit stands elsewhere already. */
  hideUnit: boolean;
}) => ReactNode;

type Props = {
  table: Table;
  numberCell?: NumberCell | undefined;
  /** Where there is room, a line a column: for few rows with many figures. */
  transposed?: boolean;
};

/** A table as the page shows it: rows and columns where there is room, a list per row where there is not. */
export function TableView({ table, numberCell, transposed = false }: Props) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  return (
    <>
      {transposed ? (
        <TransposedTable table={table} numberCell={numberCell} />
      ) : (
        <UprightTable table={table} numberCell={numberCell} />
      )}
      <ul className="grid gap-2 md:hidden" aria-label={table.title}>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          <li key={index} className="rounded-lg border border-line bg-surface p-3">
            <p className="wrap-anywhere font-semibold">{row[first.id]}</p>
            <dl className="mt-1">
              {rest.map((column) => (
                <div key={column.id} className="flex items-baseline justify-between gap-4 py-0.5">
                  <dt className="text-muted">{column.label}</dt>
                  <dd className="text-right">
                    <TableCell table={table} row={index} column={column} numberCell={numberCell} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A line a row, a column a column. */
function UprightTable({ table, numberCell }: Props) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  const units = table.columns.some((column) => headerUnit(table, column));
  return (
    <ScrolledTable title={table.title}>
      <thead>
        <tr className="border-line border-b text-left text-muted text-xs">
          {table.columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={`px-2 py-2 align-bottom font-medium first:pl-4 last:pr-4 ${column.kind === "number" ? "text-right" : ""}`}
            >
              {column.label}
              {units && <span className="block min-h-4 font-normal">{headerUnit(table, column)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          <tr key={index} className="border-line border-b last:border-0 hover:bg-inset">
            <th scope="row" className="py-2 pr-2 pl-4 text-left font-medium">
              {row[first.id]}
            </th>
            {rest.map((column) => (
              <td
                key={column.id}
                className={`px-2 py-2 last:pr-4 ${column.kind === "number" ? "whitespace-nowrap text-right" : "max-w-80"}`}
              >
                <TableCell table={table} row={index} column={column} numberCell={numberCell} hideUnit />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
