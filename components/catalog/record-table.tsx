"use client";

import { useState } from "react";
import type { CatalogTable } from "@/lib/view/catalog/catalog-table";
import { shownColumns } from "@/lib/view/catalog/table-address";
import { ColumnPanel } from "./column-panel";
import { CompareView } from "./compare-view";
import { FilterChips } from "./filter-chips";
import { FilterPanel } from "./filter-panel";
import { RecordRows } from "./record-rows";
import { type Panel, TableToolbar } from "./table-toolbar";
import { useCatalogTable } from "./use-catalog-table";

type Props = { table: CatalogTable /** The query of the address, as the server saw it. */; query: string };

/** A catalog table that can be searched, filtered, sorted, compared and taken away; its state is in the address. */
export function RecordTable({ table, query }: Props) {
  const { state, change, instance, rows } = useCatalogTable(table, query);
  const [panel, setPanel] = useState<Panel | null>(null);
  const columns = shownColumns(table, state.columns);
  return (
    <section aria-label={table.title} className="flex min-w-0 flex-col gap-2">
      <TableToolbar
        table={table}
        state={state}
        change={change}
        columns={columns}
        rows={rows}
        panel={panel}
        setPanel={setPanel}
      />
      {panel === "filters" && <FilterPanel table={table} state={state} change={change} />}
      {panel === "columns" && <ColumnPanel table={table} state={state} change={change} />}
      <FilterChips table={table} state={state} change={change} />
      {state.compare ? (
        <CompareView table={table} columns={columns} state={state} change={change} />
      ) : (
        <RecordRows table={table} instance={instance} rows={rows} columns={columns} chosen={state.columns} />
      )}
    </section>
  );
}
