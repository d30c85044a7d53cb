import { dayText } from "@/lib/units";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";

/** A table for paper: all of its columns, whatever the width; a narrow screen scrolls it. */
export function PaperTable({ table }: { table: Table }) {
  const [first, ...rest] = table.columns;
  if (!first) return null;
  const scales = rest.map((column) => columnScale(table, column));
  return (
    <section
      aria-label={table.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-2xs">
        <caption className="sr-only">{table.title}</caption>
        <thead>
          <tr className="border-line-strong border-b text-left align-bottom">
            {table.columns.map((column, index) => (
              <th key={column.id} scope="col" className={`px-1 py-1 font-medium ${side(column.kind)}`}>
                {column.label}
                {index > 0 && column.kind === "number" && (
                  <span className="block font-normal text-muted">
                    {headerUnit(scales[index - 1] ?? NONE)}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other identity than their place
            <tr key={place} className="border-line border-b align-top">
              <th scope="row" className="px-1 py-1 text-left font-medium">
                {cellValue(row[first.id])}
              </th>
              {rest.map((column, index) => {
                const value = cellValue(row[column.id]);
                return (
                  <td
                    key={column.id}
                    className={`px-1 py-1 tabular-nums ${side(column.kind)} ${DAY.test(String(value)) ? "whitespace-nowrap" : ""}`}
                  >
                    {typeof value === "number" ? scales[index]?.text(value) : dayText(value ?? "–")}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NONE = { unit: "" };
/** A day is not broken at its hyphens. */
const DAY = /^\d{4}-\d{2}(-\d{2})?$/;
const side = (kind: "text" | "number") => (kind === "number" ? "text-right whitespace-nowrap" : "");
