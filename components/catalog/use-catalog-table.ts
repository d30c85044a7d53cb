"use client";

import { functionalUpdate, type RowSelectionState, useTable } from "@tanstack/react-table";
import { useDeferredValue, useEffect, useState } from "react";
import type { CatalogTable } from "@/lib/view/catalog/catalog-table";
import { readAddress, type TableState, writeAddress } from "@/lib/view/catalog/table-address";
import { columnDefs, features, SEARCH } from "./table-features";

const WRITE_AFTER_MS = 200;

/** A reader's state of a catalog table, kept in the address, and the rows that follow from it. */
export function useCatalogTable(table: CatalogTable, query: string) {
  const [state, setState] = useState<TableState>(() => readAddress(query, table));
  const [columns] = useState(() => columnDefs(table));
  const change = (patch: Partial<TableState>) => setState((before) => ({ ...before, ...patch }));
  useAddress(state);

  // Typing stays quick while many rows are drawn.
  const { filters, search } = useDeferredValue(state);
  const columnFilters = Object.entries(filters).map(([id, value]) => ({ id, value }));
  if (search.trim()) columnFilters.push({ id: SEARCH, value: search.trim() });
  const rowSelection: RowSelectionState = Object.fromEntries(state.selected.map((id) => [id, true]));

  const instance = useTable({
    features,
    columns,
    data: table.rows,
    getRowId: (row) => row.id,
    state: { sorting: state.sort, columnFilters, rowSelection },
    onSortingChange: (updater) => change({ sort: functionalUpdate(updater, state.sort) }),
    onRowSelectionChange: (updater) => {
      const next = functionalUpdate(updater, rowSelection);
      // The order of choice is kept: the first is what the others are compared to.
      const kept = state.selected.filter((id) => next[id]);
      const added = Object.keys(next).filter((id) => next[id] && !rowSelection[id]);
      const selected = [...kept, ...added];
      change({ selected, compare: state.compare && selected.length > 1 });
    },
  });
  return { state, change, instance, rows: instance.getRowModel().rows };
}

/** Writes the state into the address, without a step in the browser's history. */
function useAddress(state: TableState) {
  const query = writeAddress(state);
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = `${location.pathname}${query && `?${query}`}${location.hash}`;
      if (address !== `${location.pathname}${location.search}${location.hash}`) {
        history.replaceState(history.state, "", address);
      }
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [query]);
}
