import { CsvButton } from "@/components/charts/csv-button";
import { Button } from "@/components/ui/button";
import type { CatalogColumn, CatalogRow, CatalogTable } from "@/lib/view/catalog/catalog-table";
import { compareRecords } from "@/lib/view/catalog/compare-records";
import type { TableState } from "@/lib/view/catalog/table-address";
import { inSentence } from "@/lib/view/in-sentence";

export type Panel = "filters" | "columns";

/** What every part of a catalog table's controls is given. */
export type TableControls = {
  table: CatalogTable;
  state: TableState;
  change: (patch: Partial<TableState>) => void;
};

type Props = TableControls & {
  columns: CatalogColumn[];
  rows: { original: CatalogRow }[];
  panel: Panel | null;
  setPanel: (panel: Panel | null) => void;
};

/** Search, filters, columns, comparison and the file, above a catalog table. */
export function TableToolbar({ table, state, change, columns, rows, panel, setPanel }: Props) {
  const filters = Object.keys(state.filters).length;
  const selected = state.selected.length;
  const toggle = (which: Panel) => setPanel(panel === which ? null : which);
  const onScreen = () =>
    state.compare
      ? compareRecords(table, state.selected, columns)
      : { id: table.id, title: table.title, columns, rows: rows.map(({ original }) => original) };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        type="search"
        aria-label={`Search ${inSentence(table.title)}`}
        placeholder="Search"
        value={state.search}
        onChange={(event) => change({ search: event.currentTarget.value })}
        className="control w-64 px-2 max-md:w-full"
      />
      <Button aria-expanded={panel === "filters"} onClick={() => toggle("filters")}>
        Filters{filters > 0 && ` (${filters})`}
      </Button>
      <Button aria-expanded={panel === "columns"} onClick={() => toggle("columns")}>
        Columns
      </Button>
      <Button
        aria-pressed={state.compare}
        disabled={selected < 2}
        title={selected < 2 ? "Select two or more rows to compare them" : undefined}
        onClick={() => change({ compare: !state.compare })}
      >
        {state.compare ? "Back to all" : `Compare${selected > 0 ? ` (${selected})` : ""}`}
      </Button>
      {selected > 0 && (
        <Button look="quiet" onClick={() => change({ selected: [], compare: false })}>
          Clear selection
        </Button>
      )}
      <span className="grow max-md:hidden" />
      <output className="text-muted max-md:order-last">
        {state.compare
          ? `${selected} compared`
          : rows.length === table.rows.length
            ? `${rows.length} rows`
            : `${rows.length} of ${table.rows.length} rows`}
      </output>
      <CsvButton table={onScreen} />
    </div>
  );
}
