import { ownScale } from "@/lib/units";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";
import { ScrolledTable } from "./scrolled-table";
import { type Explained, TableCell } from "./table-cell";
import { TransposedTable } from "./transposed-table";

type Props = {
  table: Table;
  explained?: Explained | undefined;
  /** Where there is room, a line a column: for few rows with many figures. */
  transposed?: boolean;
};

/** A table as the page shows it: rows and columns where there is room, a list per row where there is not. */
export function TableView({ table, explained, transposed = false }: Props) {
  if (table.columns.length === 0) return null;
  return (
    <>
      {transposed ? (
        <TransposedTable table={table} explained={explained} />
      ) : (
        <UprightTable table={table} explained={explained} />
      )}
      <NarrowRows table={table} explained={explained} from={0} to={FEW} />
      {table.rows.length > FEW && (
        <details className="mt-2 md:hidden">
          <summary className="touch flex items-center font-medium text-accent">
            {table.rows.length - FEW} more
          </summary>
          <NarrowRows table={table} explained={explained} from={FEW} to={table.rows.length} />
        </details>
      )}
    </>
  );
}

/** Rows that a phone shows at once: a list of years of months is no way to what stands below it. */
const FEW = 12;

type Part = Pick<Props, "table" | "explained"> & { from: number; to: number };

/** Some rows of a table as a phone shows them: a list of figures each. */
function NarrowRows({ table, explained, from, to }: Part) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  const scales = new Map(rest.map((column) => [column.id, columnScale(table, column)]));
  return (
    <ul className="grid gap-2 md:hidden" aria-label={table.title}>
      {table.rows.slice(from, to).map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
        <li key={place} className="rounded-lg border border-line bg-surface p-3">
          <p className="wrap-anywhere font-semibold">{cellValue(row[first.id])}</p>
          <dl className="mt-1">
            {rest.map((column) => (
              <div key={column.id} className="flex items-baseline justify-between gap-4 py-0.5">
                <dt className="text-muted">{column.label}</dt>
                <dd className="text-right">
                  <TableCell
                    table={table}
                    row={from + place}
                    column={column}
                    scale={scales.get(column.id) ?? ownScale}
                    explained={explained}
                    withUnit
                  />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** A line a row, a column a column. */
function UprightTable({ table, explained }: Props) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  const scales = table.columns.map((column) => columnScale(table, column));
  const units = scales.map((scale, index) =>
    table.columns[index]?.kind === "number" ? headerUnit(scale) : "",
  );
  const anyUnit = units.some(Boolean);
  return (
    <ScrolledTable title={table.title}>
      <thead>
        <tr className="border-line border-b text-left text-muted text-xs">
          {table.columns.map((column, index) => (
            <th
              key={column.id}
              scope="col"
              className={`px-2 py-2 align-bottom font-medium first:pl-4 last:pr-4 ${column.kind === "number" ? "text-right" : ""}`}
            >
              {column.label}
              {anyUnit && <span className="block min-h-4 font-normal">{units[index]}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
          <tr key={index} className="border-line border-b last:border-0 hover:bg-inset">
            <th scope="row" className="min-w-24 py-2 pr-2 pl-4 text-left font-medium">
              {cellValue(row[first.id])}
            </th>
            {rest.map((column, place) => (
              <td
                key={column.id}
                className={`px-2 py-2 last:pr-4 ${column.kind === "number" ? "whitespace-nowrap text-right" : "max-w-80"}`}
              >
                <TableCell
                  table={table}
                  row={index}
                  column={column}
                  scale={scales[place + 1] ?? ownScale}
                  explained={explained}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
