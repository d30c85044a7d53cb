"use client";

import { TableCell } from "@/components/charts/table-cell";
import { Button } from "@/components/ui/button";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";

type Props = { table: Table; useLabel: string; onUse: (row: number) => void };

/** The ways that were found, each with a button that takes it into the plan; two lines a way where there is little room. */
export function FoundTable({ table, useLabel, onUse }: Props) {
  const [first, second, third] = table.columns;
  const numbers = table.columns.filter(({ kind }) => kind === "number");
  const last = table.columns.at(-1);
  const scales = new Map(table.columns.map((column) => [column.id, columnScale(table, column)]));
  if (!first || !second || !third || !last) return null;
  const cell = (row: number, column: (typeof table.columns)[number]) => {
    const scale = scales.get(column.id);
    return scale && <TableCell table={table} row={row} column={column} scale={scale} />;
  };
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{table.title}</caption>
      <thead>
        <tr className="border-line border-b text-left text-muted text-xs">
          <th scope="col" className="py-2 pr-2 align-bottom font-medium">
            {first.label}
            <span className="block min-h-4 font-normal">{second.label}</span>
          </th>
          {numbers.map(({ id, label }) => (
            <th
              key={id}
              scope="col"
              className={`px-2 py-2 text-right align-bottom font-medium ${shownAt(id)}`}
            >
              {label}
              <span className="block min-h-4 font-normal">{headerUnit(scales.get(id) ?? { unit: "" })}</span>
            </th>
          ))}
          <th scope="col" className="px-2 py-2 align-bottom font-medium max-md:hidden">
            {last.label}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          <tr key={place} className="border-line border-b last:border-0 hover:bg-inset">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal">
              <span className="font-medium">{cell(place, first)}</span>
              <span className="block text-muted text-xs">{cell(place, second)}</span>
              <span className="block text-muted text-xs">
                {cell(place, third)}
                <span className="md:hidden"> · {cell(place, last)}</span>
              </span>
            </th>
            {numbers.map((column) => (
              <td key={column.id} className={`whitespace-nowrap px-2 text-right ${shownAt(column.id)}`}>
                {cell(place, column)}
              </td>
            ))}
            <td className="px-2 text-xs max-md:hidden">{cell(place, last)}</td>
            <td className="pl-2 text-right">
              <Button
                aria-label={`${useLabel} ${cellValue(row[first.id])}, ${cellValue(row[second.id])}`}
                onClick={() => onUse(place)}
              >
                {useLabel}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where there is little room, what ways are ranked by stands alone. */
const shownAt = (id: string): string => (id === "monthlyCost" ? "" : "max-md:hidden");
