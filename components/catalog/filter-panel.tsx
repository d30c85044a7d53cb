import { useId } from "react";
import { FieldError } from "@/components/ui/field-error";
import { SelectField } from "@/components/ui/select-field";
import { Term } from "@/components/ui/term";
import type { CatalogColumn, CatalogTable } from "@/lib/view/catalog/catalog-table";
import { readCellFilter } from "@/lib/view/catalog/cell-filter";
import { unitLabel } from "@/lib/view/catalog/in-unit";
import type { TableControls } from "./table-toolbar";

/** The state's filters with one set, or taken away where the text is empty. */
export function withFilter(filters: Record<string, string>, id: string, text: string) {
  const { [id]: _, ...others } = filters;
  return text ? { ...others, [id]: text } : others;
}

/** One filter a column. Numbers understand >=80, 2..4 and units; what is not understood says so. */
export function FilterPanel({ table, state, change }: TableControls) {
  return (
    <fieldset className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-3 rounded-lg border border-line bg-surface p-4 max-md:gap-x-2 max-md:p-3">
      <legend className="sr-only">Filters</legend>
      {table.columns.map((column) => (
        <FilterField
          key={column.id}
          table={table}
          column={column}
          value={state.filters[column.id] ?? ""}
          onChange={(text) => change({ filters: withFilter(state.filters, column.id, text) })}
        />
      ))}
    </fieldset>
  );
}

type FieldProps = {
  table: CatalogTable;
  column: CatalogColumn;
  value: string;
  onChange: (text: string) => void;
};

const examples = { number: ">=80 or 2..4", date: ">=2026-06", text: "any words", choice: "" } as const;

function FilterField({ table, column, value, onChange }: FieldProps) {
  const id = useId();
  const unit = unitLabel(column);
  const reading = value ? readCellFilter(value, column) : null;
  const name = unit ? `${column.label} (${unit})` : column.label;
  return (
    <div className="relative min-w-0">
      <div className="flex min-h-6 items-center gap-1">
        {column.help ? (
          <Term help={column.help} className="text-muted text-xs">
            {name}
          </Term>
        ) : (
          <label htmlFor={id} className="truncate text-muted text-xs">
            {name}
          </label>
        )}
      </div>
      {column.filter === "choice" ? (
        <SelectField
          id={id}
          label={column.label}
          value={value}
          choices={[{ value: "", label: "Any" }, ...choicesOf(table, column)]}
          onChange={onChange}
        />
      ) : (
        <input
          id={id}
          aria-label={name}
          value={value}
          placeholder={examples[column.filter]}
          aria-invalid={reading?.ok === false || undefined}
          aria-describedby={reading ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          className="control w-full px-2"
        />
      )}
      {reading?.ok === false && <FieldError id={`${id}-note`} message={reading.message} />}
    </div>
  );
}

function choicesOf(table: CatalogTable, { id }: CatalogColumn) {
  const values = [...new Set(table.rows.map((row) => row[id] ?? "unknown"))].map(String);
  return values.sort((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
}
