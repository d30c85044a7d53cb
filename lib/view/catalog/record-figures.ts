import type { Table } from "../table";
import type { Origin, SourceNote } from "./catalog-table";

/** What one source says about a figure. The chosen one is what plans compute with. */
export type Statement = { text: string; source: string; asOf?: string; note?: string; chosen: boolean };

/** A figure on a record's page: its number and unit as text (null: unknown), and everything said about it. */
export type RecordFigure = {
  id: string;
  label: string;
  help?: string;
  number: string | null;
  unit: string;
  statements: Statement[];
  stale?: true;
};

/** A figure with the statements of its origin: the chosen one first, then those that disagree. */
export function recordFigure(
  column: { id: string; label: string; help?: string },
  number: string | null,
  unit: string,
  origin: Origin | undefined,
): RecordFigure {
  const { id, label, help } = column;
  const statements: Statement[] = origin
    ? [
        {
          text: origin.text ?? `${number} ${unit}`.trim(),
          source: origin.source,
          ...(origin.asOf ? { asOf: origin.asOf } : {}),
          ...(origin.note ? { note: origin.note } : {}),
          chosen: true,
        },
        ...(origin.disagree ?? []).map((other) => ({ ...other, chosen: false })),
      ]
    : [];
  return {
    id,
    label,
    ...(help ? { help } : {}),
    number,
    unit,
    statements,
    ...(origin?.stale ? { stale: true as const } : {}),
  };
}

/** The figures of a record as a table: one row a statement, an unknown figure one row without any. */
export function recordTable(
  recordId: string,
  title: string,
  figures: readonly RecordFigure[],
  sources: Record<string, SourceNote>,
): Table {
  const columns = ["Figure", "Shown as", "Unit", "As printed", "Source", "Address", "Date", "Chosen", "Note"];
  return {
    id: recordId,
    title,
    columns: columns.map((label) => ({ id: label, label, kind: "text" as const })),
    rows: figures.flatMap((figure) => {
      const shown = { Figure: figure.label, "Shown as": figure.number ?? "unknown", Unit: figure.unit };
      if (figure.statements.length === 0) return [shown];
      return figure.statements.map((statement) => {
        const source = sources[statement.source];
        return {
          ...shown,
          "As printed": statement.text,
          Source: source?.title ?? statement.source,
          Address: source?.where ?? null,
          Date: statement.asOf ?? source?.date ?? null,
          Chosen: statement.chosen ? "yes" : "no",
          Note: statement.note ?? null,
        };
      });
    }),
  };
}
