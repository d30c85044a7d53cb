import { Button } from "@/components/ui/button";
import { shownColumns } from "@/lib/view/catalog/table-address";
import type { TableControls } from "./table-toolbar";

/** Which columns are shown. The first one, the record's name, always is. */
export function ColumnPanel({ table, state, change }: TableControls) {
  const shown = shownColumns(table, state.columns).map(({ id }) => id);
  const set = (id: string, on: boolean) =>
    change({ columns: on ? [...shown, id] : shown.filter((known) => known !== id) });
  return (
    <fieldset className="rounded-lg border border-line bg-surface p-4">
      <legend className="sr-only">Columns shown</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-4 gap-y-1">
        {table.columns.slice(1).map((column) => (
          <label key={column.id} className="flex items-start gap-2 py-1" title={column.help}>
            <input
              type="checkbox"
              checked={shown.includes(column.id)}
              onChange={(event) => set(column.id, event.currentTarget.checked)}
              className="mt-0.5 h-4 w-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {column.label}
              {column.help && <span className="block text-muted text-xs">{column.help}</span>}
            </span>
          </label>
        ))}
      </div>
      <div className="mt-3 flex gap-2">
        <Button onClick={() => change({ columns: table.columns.map(({ id }) => id) })}>All</Button>
        <Button onClick={() => change({ columns: null })} disabled={state.columns === null}>
          As at first
        </Button>
      </div>
    </fieldset>
  );
}
