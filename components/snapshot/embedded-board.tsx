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
          As saved on <time dateTime={savedAt}>{savedAt.slice(0, 10)}</time>: open the plan
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={table.title} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{table.title}</caption>
          <thead>
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
              <tr key={String(cellValue(row[columns[0]?.id ?? ""]))}>
                {columns.map(({ id, kind, scale }) => {
                  const value = cellValue(row[id]);
                  return (
                    <td
                      key={id}
                      className={`border-line border-b px-2 py-1 align-top ${kind === "number" ? "text-right tabular-nums" : ""}`}
                    >
                      {value === null ? "–" : typeof value === "number" ? scale.text(value) : value}
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
