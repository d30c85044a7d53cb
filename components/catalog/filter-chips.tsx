import { Icon } from "@/components/ui/icon";
import { readCellFilter } from "@/lib/view/catalog/cell-filter";
import { withFilter } from "./filter-panel";
import type { TableControls } from "./table-toolbar";

/** The filters in force, as they were understood; each goes away with a click. */
export function FilterChips({ table, state, change }: TableControls) {
  const chips = table.columns.flatMap((column) => {
    const text = state.filters[column.id];
    const reading = text ? readCellFilter(text, column) : null;
    return reading
      ? [{ column, words: reading.ok ? reading.understood : "not understood", ok: reading.ok }]
      : [];
  });
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap gap-2">
      {chips.map(({ column, words, ok }) => (
        <li key={column.id}>
          <button
            type="button"
            aria-label={`Remove the filter on ${column.label}: ${words}`}
            onClick={() => change({ filters: withFilter(state.filters, column.id, "") })}
            className={`touch inline-flex h-7 items-center gap-1 rounded-full pr-1.5 pl-3 text-xs ${ok ? "bg-accent-soft text-accent" : "bg-bad-soft text-bad"}`}
          >
            <span className="font-medium">{column.label}</span> {words}
            <Icon name="close" className="h-4 w-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
