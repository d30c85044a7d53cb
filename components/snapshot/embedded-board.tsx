import { dayText } from "@/lib/units";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";

type Props = { viewId: string; name: string; savedAt: string; table: Table };

/** A table of figures as they were saved, small enough for a frame, with the way to the whole plan. It runs no code. */
export function EmbeddedBoard({ viewId, name, savedAt, table }: Props) {
  const columns = table.columns.map((column) => ({ ...column, scale: columnScale(table, column) }));
  return (
    <main className="p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 pb-2">
        <h1 className="font-semibold text-base">{name || "Untitled plan"}</h1>
        <a
          href={`/s/${viewId}`}
          target="_blank"
          rel="noreferrer"
          className="text-accent text-sm underline underline-offset-2"
        >
          As saved on <time dateTime={savedAt}>{dayText(savedAt.slice(0, 10))}</time>: open the plan
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={table.title} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{table.title}</caption>
          {/* On a phone a row is a line with the name and a line of figures, each with its own word and unit. */}
          <thead className="max-sm:sr-only">
            <tr>
              {columns.map(({ id, label, kind, scale }) => (
                <th
                  key={id}
                  scope="col"
                  className={`border-line border-b px-2 py-1 font-medium text-muted ${kind === "number" ? "text-right" : "text-left"}`}
                >
                  {label}
                  {kind === "number" && headerUnit(scale) && (
                    <span className="block font-normal text-xs">{headerUnit(scale)}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr
                key={String(cellValue(row[columns[0]?.id ?? ""]))}
                className="border-line border-b max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:py-1"
              >
                {columns.map(({ id, label, kind, scale }, at) => {
                  const value = cellValue(row[id]);
                  const number = typeof value === "number";
                  return (
                    <td
                      key={id}
                      className={`align-top sm:px-2 sm:py-1 ${kind === "number" ? "tabular-nums sm:text-right" : ""} ${at === 0 ? "max-sm:w-full max-sm:font-medium" : ""}`}
                    >
                      {number && <span className="text-muted sm:hidden">{label} </span>}
                      {value === null ? "–" : number ? scale.text(value) : value}
                      {number && <span className="text-muted sm:hidden"> {headerUnit(scale)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
