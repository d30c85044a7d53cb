"use client";

import type { ReactTable, Row } from "@tanstack/react-table";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { CatalogColumn, CatalogRow, CatalogTable } from "@/lib/view/catalog/catalog-table";
import { FigureNote } from "./figure-note";
import { RecordRow } from "./record-row";
import { SortBar } from "./sort-bar";
import type { CatalogFeatures } from "./table-features";
import { TableHead } from "./table-head";

type Props = {
  table: CatalogTable;
  instance: ReactTable<CatalogFeatures, CatalogRow>;
  rows: Row<CatalogFeatures, CatalogRow>[];
  columns: CatalogColumn[];
  /** The reader's own choice of columns; on a narrow screen the others then show too. */
  chosen: string[] | null;
};

/** Rows that are drawn at once: the rest follows as the reader nears the end, so that a long list opens quickly. */
const BATCH = 100;

/** The look of every cell, said once: a list of a thousand cells is a third of its size that way. */
const cells =
  "[&_td]:border-line [&_td]:px-2 [&_td]:py-1 md:[&_td]:border-b max-md:[&_td]:flex-wrap max-md:[&_td]:justify-between max-md:[&_td]:gap-4 max-md:[&_td]:px-0 max-md:[&_td]:py-0.5 max-md:[&_td]:text-right max-md:[&_td]:before:text-muted max-md:[&_td]:before:content-[attr(data-label)]";

/** The rows of a catalog table: a table where there is room, cards where there is not. */
export function RecordRows({ table, instance, rows, columns, chosen }: Props) {
  const [limit, setLimit] = useState(BATCH);
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = rows.slice(0, limit);
  return (
    <>
      <SortBar instance={instance} columns={columns} />
      <section
        aria-label={`${table.title}, rows`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 md:max-h-[calc(100dvh-11.5rem)] md:overflow-auto md:rounded-lg md:border md:border-line md:bg-surface"
      >
        <table className="w-full border-separate border-spacing-0 max-md:block">
          <caption className="sr-only">{table.title}</caption>
          <TableHead instance={instance} columns={columns} />
          <tbody ref={body} className={`max-md:grid max-md:gap-2 ${cells}`}>
            {drawn.map((row) => (
              <RecordRow
                key={row.id}
                table={table}
                row={row}
                columns={columns}
                showAll={chosen !== null}
                selected={row.getIsSelected()}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p className="p-6 text-center text-base text-muted">
            Nothing matches. Remove a filter or search for less.
          </p>
        )}
        {rows.length > limit && (
          <More onNear={() => setLimit(limit + BATCH)}>
            <Button onClick={() => setLimit(rows.length)}>Show all {rows.length} rows</Button>
          </More>
        )}
      </section>
      <FigureNote table={table} columns={columns} body={body} />
    </>
  );
}

/** Calls `onNear` when the end of the drawn rows scrolls into view. */
function More({ onNear, children }: { onNear: () => void; children: React.ReactNode }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear());
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [onNear]);
  return (
    <div ref={end} className="flex justify-center p-3">
      {children}
    </div>
  );
}
