import { saveFile } from "@/components/export/save-file";
import type { CsvProfile } from "@/lib/export/csv";
import type { Table } from "@/lib/view/table";

/** Hands a table to the browser as a CSV file: unrounded numbers, units in the header. */
export async function saveTable(table: Table, profile: CsvProfile) {
  const { toCsv } = await import("@/lib/export/csv");
  saveFile(`${table.id}.csv`, toCsv(table, profile), "text/csv;charset=utf-8");
}
