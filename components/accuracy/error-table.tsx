"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import type { Table } from "@/lib/view/table";

/** A table of errors in per cent, with its file. */
export function ErrorTable({ title, caption, table }: { title: string; caption: string; table: Table }) {
  return <ChartFrame title={title} caption={caption} table={table} />;
}
