import { Quantity } from "@/components/ui/quantity";
import type { Table } from "@/lib/view/table";
import { shownUnit } from "./shown-unit";

type Cell = string | number | null | undefined;

/** A table as the page shows it: rows and columns where there is room, a list per row where there is not. */
export function TableView({ table }: { table: Table }) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  return (
    <>
      <section
        aria-label={table.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line bg-surface max-md:hidden"
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">{table.title}</caption>
          <thead>
            <tr className="border-line border-b text-left text-muted text-xs">
              {table.columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={`whitespace-nowrap px-3 py-2 align-bottom font-medium ${column.kind === "number" ? "text-right" : ""}`}
                >
                  {column.label}
                  {column.unit && <span className="block font-normal">{shownUnit(table, column)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
              <tr key={index} className="border-line border-b last:border-0 hover:bg-inset">
                <th scope="row" className="whitespace-nowrap px-3 py-2 text-left font-medium">
                  {row[first.id]}
                </th>
                {rest.map((column) => (
                  <td
                    key={column.id}
                    className={`px-3 py-2 ${column.kind === "number" ? "whitespace-nowrap text-right" : "max-w-80"}`}
                  >
                    <CellText value={row[column.id]} unit={shownUnit(table, column)} hideUnit />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="grid gap-2 md:hidden" aria-label={table.title}>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          <li key={index} className="rounded-lg border border-line bg-surface p-3">
            <p className="font-semibold">{row[first.id]}</p>
            <dl className="mt-1">
              {rest.map((column) => (
                <div key={column.id} className="flex justify-between gap-4 py-0.5">
                  <dt className="text-muted">{column.label}</dt>
                  <dd className="text-right">
                    <CellText value={row[column.id]} unit={shownUnit(table, column)} />
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

function CellText({ value, unit, hideUnit }: { value: Cell; unit: string; hideUnit?: boolean }) {
  if (value === null || value === undefined) return <span className="text-muted">–</span>;
  return typeof value === "number" ? <Quantity value={value} unit={unit} hideUnit={hideUnit} /> : value;
}
