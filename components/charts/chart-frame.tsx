"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Table } from "@/lib/view/table";
import { CsvButton } from "./csv-button";
import type { Explained } from "./table-cell";
import { TableView } from "./table-view";

type Props = {
  title: string;
  /** One sentence that says how to read the chart. */
  caption?: string;
  table: Table;
  explained?: Explained | undefined;
  transposed?: boolean;
  /** The chart; without one the table is all there is. */
  children?: ReactNode;
};

/** A chart with its table behind a switch, and that table as a CSV file. */
export function ChartFrame({ title, caption, table, explained, transposed, children }: Props) {
  const [showTable, setShowTable] = useState(!children);
  return (
    <section aria-label={title}>
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 max-w-2xl">
          <h3 className="font-semibold text-base">{title}</h3>
          {caption && <p className="text-muted">{caption}</p>}
        </div>
        <div className="flex gap-2">
          {children && (
            <Button aria-pressed={showTable} onClick={() => setShowTable(!showTable)}>
              <Icon name="table" />
              {showTable ? "Show chart" : "Show table"}
            </Button>
          )}
          <CsvButton table={() => table} />
        </div>
      </div>
      {showTable ? (
        <TableView table={table} explained={explained} transposed={transposed ?? false} />
      ) : (
        children
      )}
    </section>
  );
}
