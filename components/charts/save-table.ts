import type { CsvProfile } from "@/lib/export/csv";
import type { Table } from "@/lib/view/table";

/** Hands a table to the browser as a CSV file: unrounded numbers, units in the header. */
export async function saveTable(table: Table, profile: CsvProfile) {
  const { toCsv } = await import("@/lib/export/csv");
  const address = URL.createObjectURL(new Blob([toCsv(table, profile)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${table.id}.csv`;
  link.click();
  // The download has taken its own reference once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
