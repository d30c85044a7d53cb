"use client";

import { CsvButton } from "@/components/charts/csv-button";
import type { Estimate } from "@/lib/engine";
import { boardTable } from "@/lib/view/board/board-table";

/** The ranked table as a file. */
export default function BoardFile({ estimate }: { estimate: Estimate }) {
  return (
    <div className="screen-only flex justify-end border-line border-t p-2">
      <CsvButton table={() => boardTable(estimate)} />
    </div>
  );
}
