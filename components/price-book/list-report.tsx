import { Icon } from "@/components/ui/icon";
import type { PriceListReading, RowNote } from "@/lib/scenario/price-book-rows";
import { grouped } from "@/lib/units";

type Read = Extract<PriceListReading, { ok: true }>;

/** "1 row", "3 rows": how many rows notes speak of. */
export function rowCount(notes: readonly RowNote[]): string {
  const count = notes.reduce((sum, { rows = 1 }) => sum + rows, 0);
  return `${grouped(count)} ${count === 1 ? "row" : "rows"}`;
}

/** Where in the list, and what; of the whole file what alone. */
export function noteText({ line, field, message }: RowNote): string {
  if (line === undefined && field === "file") return message;
  return `${line === undefined ? "" : `Line ${line}, `}${field}: ${message}`;
}

/** What of a list was not taken as it stands: rows that were not understood, named twice, and unknown columns. */
export function ListReport({ reading: { refused, replaced, unusedColumns, shape } }: { reading: Read }) {
  return (
    <>
      {shape !== undefined && (
        <div className="mt-4 text-xs [overflow-wrap:anywhere]">
          <p>Read as {shape}. Of each accelerator one price is taken: whole machines on demand.</p>
          {refused.length > 0 && (
            <details className="mt-1">
              <summary className="touch text-muted hover:text-text">{rowCount(refused)} left out</summary>
              <Notes notes={refused} />
            </details>
          )}
        </div>
      )}
      {shape === undefined && refused.length > 0 && (
        <div role="alert" className="mt-4 rounded-md bg-bad-soft p-3">
          <p className="flex gap-1 font-medium text-bad">
            <Icon name="cross" />
            {rowCount(refused)} not understood, and left out
          </p>
          <Notes notes={refused} />
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

function Notes({ notes }: { notes: readonly RowNote[] }) {
  return (
    <ul className="mt-1 grid gap-1 text-xs [overflow-wrap:anywhere]">
      {notes.map((note) => (
        <li key={`${note.line} ${note.message}`}>{noteText(note)}</li>
      ))}
    </ul>
  );
}
