import type { PriceBook } from "@/lib/scenario/price-book";
import type { Table } from "@/lib/view/table";

/** The book as a table to download: its headings are those that an import reads. */
export function bookTable({ entries }: PriceBook): Table {
  return {
    id: "price-book",
    title: "Your prices",
    columns: [
      { id: "accelerator", label: "accelerator", kind: "text" },
      { id: "price", label: "price", unit: "USD/h", kind: "number" },
      { id: "note", label: "note", kind: "text" },
    ],
    rows: entries.map(({ accelerator, pricePerHour, note }) => ({
      accelerator,
      price: pricePerHour,
      note: note ?? null,
    })),
  };
}
