import { Icon } from "@/components/ui/icon";
import type { PriceListReading, RowNote } from "@/lib/scenario/price-book-rows";

type Read = Extract<PriceListReading, { ok: true }>;

/** "1 row", "3 rows". */
export const rowCount = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;

/** Where in the list, and what. */
export const noteText = ({ line, field, message }: RowNote): string => `Line ${line}, ${field}: ${message}`;

/** What of a list was not taken as it stands: rows that were not understood, named twice, and unknown columns. */
export function ListReport({ reading: { refused, replaced, unusedColumns } }: { reading: Read }) {
  return (
    <>
      {refused.length > 0 && (
        <div role="alert" className="mt-4 rounded-md bg-bad-soft p-3">
          <p className="flex gap-1 font-medium text-bad">
            <Icon name="cross" />
            {rowCount(refused.length)} not understood, and left out
          </p>
          <ul className="mt-1 grid gap-1 text-xs [overflow-wrap:anywhere]">
            {refused.map((note) => (
              <li key={note.line}>{noteText(note)}</li>
            ))}
          </ul>
        </div>
      )}
      {replaced.length > 0 && (
        <ul className="mt-3 grid gap-1 text-warn text-xs [overflow-wrap:anywhere]">
          {replaced.map((note) => (
            <li key={note.line}>{noteText(note)}</li>
          ))}
        </ul>
      )}
      {unusedColumns.length > 0 && (
        <p className="mt-3 text-muted text-xs [overflow-wrap:anywhere]">
          Nothing is read from: {unusedColumns.join(", ")}
        </p>
      )}
    </>
  );
}
