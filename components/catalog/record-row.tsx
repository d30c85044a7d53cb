import type { Row } from "@tanstack/react-table";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import {
  type CatalogColumn,
  type CatalogRow,
  type CatalogTable,
  originOf,
} from "@/lib/view/catalog/catalog-table";
import { unitLabel } from "@/lib/view/catalog/in-unit";
import { CellValue } from "./cell";
import { RowSources } from "./row-sources";
import type { CatalogFeatures } from "./table-features";

type Props = {
  table: CatalogTable;
  row: Row<CatalogFeatures, CatalogRow>;
  columns: CatalogColumn[];
  /** Every column shows on a narrow screen too. */
  showAll: boolean;
  selected: boolean;
};

/** One record: its name with what can be done with it, its cells, and on demand where they were read. */
export function RecordRow({ table, row, columns, showAll, selected }: Props) {
  const [open, setOpen] = useState(false);
  const record = row.original;
  const [first, ...rest] = columns;
  if (!first) return null;
  const name = String(record[first.id]);
  const plan = table.planKey ? record[table.planKey] : null;
  const tone = selected
    ? "max-md:bg-accent-soft md:[&>*]:bg-accent-soft"
    : "max-md:bg-surface md:[&>*]:bg-surface md:hover:[&>*]:bg-inset";
  return (
    <>
      <tr
        data-row={record.id}
        className={`max-md:block max-md:rounded-lg max-md:border max-md:border-line max-md:p-3 ${tone}`}
      >
        <th
          scope="row"
          className="z-[5] border-line text-left font-medium max-md:block md:sticky md:left-0 md:border-b md:pr-2 md:pl-4"
        >
          <div className="flex min-h-8 items-center gap-2 md:max-w-88">
            <label className="-my-1 flex shrink-0 items-center justify-center max-md:-ml-2.5 md:h-8 md:w-6">
              <input
                type="checkbox"
                aria-label={`Select ${name}`}
                checked={selected}
                // The table's own handler must see the click: Shift selects everything between two clicks.
                onChange={row.getToggleSelectedHandler()}
                className="h-4 w-4 accent-accent"
              />
            </label>
            <span className="min-w-0 grow py-1">
              <RecordName column={first} row={record} name={name} />
              {record.incomplete && (
                <span className="block font-normal text-warn text-xs">missing: {record.incomplete}</span>
              )}
            </span>
            {plan && (
              <a
                href={String(plan)}
                aria-label={`Add ${name} to the plan`}
                className="touch inline-flex shrink-0 items-center justify-center rounded-md px-1.5 py-0.5 font-normal text-accent text-xs hover:bg-accent-soft"
              >
                Add to plan
              </a>
            )}
            <button
              type="button"
              aria-expanded={open}
              aria-label={`Sources of ${name}`}
              title="Where these figures were read"
              onClick={() => setOpen(!open)}
              className="touch inline-flex h-6 w-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-inset hover:text-text"
            >
              <Icon name="down" className={`h-4 w-4 ${open ? "rotate-180" : ""}`} />
            </button>
          </div>
        </th>
        {rest.map((column) => {
          const isNumber = column.kind === "number";
          // A dash says nothing on a card.
          const silent = column.empty === "–" && record[column.id] === null;
          const narrow = (showAll || column.narrow) && !silent ? "max-md:flex" : "max-md:hidden";
          const unit = unitLabel(column);
          const origin = originOf(table, record.id, column.id);
          return (
            <td
              key={column.id}
              data-label={column.label}
              data-column={origin && record[column.id] !== null ? column.id : undefined}
              className={`${narrow} ${isNumber ? "text-right" : "md:max-w-60"} ${isNumber || column.filter === "date" ? "whitespace-nowrap" : ""}`}
            >
              <span className={isNumber ? "figure" : column.warns ? "text-warn" : ""}>
                <CellValue column={column} row={record} origin={origin} />
                {isNumber && unit && record[column.id] !== null && (
                  <span className="ml-1 text-muted md:hidden">{unit.replace("$", "")}</span>
                )}
              </span>
            </td>
          );
        })}
      </tr>
      {open && (
        <tr className="max-md:block">
          <td
            colSpan={columns.length}
            className="bg-inset px-4! py-3! text-left! max-md:block max-md:rounded-lg"
          >
            <RowSources table={table} row={record} columns={columns} />
          </td>
        </tr>
      )}
    </>
  );
}

function RecordName({ column, row, name }: { column: CatalogColumn; row: CatalogRow; name: string }) {
  const key = column.link && row[column.link.key];
  if (!column.link || !key) return name;
  return (
    <a href={`${column.link.path}/${key}`} className="hover:text-accent hover:underline">
      {name}
    </a>
  );
}
