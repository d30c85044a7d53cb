"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { NumberCell } from "@/components/charts/table-view";
import type { Table } from "@/lib/view/table";

/** Counts are exact, and errors all have one decimal, so that a column reads down. */
const numberCell: NumberCell = ({ column, value }) =>
  column.id === "cases" ? value.toLocaleString("en") : value.toFixed(1).replace("-", "−");

/** A table of errors in per cent, with its file. */
export function ErrorTable({ title, caption, table }: { title: string; caption: string; table: Table }) {
  return <ChartFrame title={title} caption={caption} table={table} numberCell={numberCell} />;
}
