import type { Table } from "../table";
import type { CellOrigin, SourceNote } from "./catalog-table";
import { citedSources, type SourceLookup } from "./cells";

/** What one source says about a figure; no text where it is counted rather than printed. */
export type Statement = {
  text?: string;
  source: string;
  asOf?: string;
  note?: string;
  /** The chosen one is what plans compute with; others agree with it or differ. */
  mark: "chosen" | "agrees" | "differs";
};

/** A figure on a record's page: its number and unit as text (null: unknown), and everything said about it. */
export type RecordFigure = {
  id: string;
  label: string;
  help?: string;
  number: string | null;
  /** What is said instead of a number that is not there. */
  empty: string;
  unit: string;
  statements: Statement[];
  stale?: true;
};

/** A figure with the statements of its origin: the chosen one, those that disagree, and those that `agree`. */
export function recordFigure(
  column: { id: string; label: string; help?: string; empty?: string },
  number: string | null,
  unit: string,
  origin: CellOrigin | undefined,
  agree: NonNullable<CellOrigin["disagree"]> = [],
): RecordFigure {
  const { id, label, help, empty = "unknown" } = column;
  const statements: Statement[] = origin
    ? [
        {
          ...(origin.text ? { text: origin.text } : {}),
          source: origin.source,
          ...(origin.asOf ? { asOf: origin.asOf } : {}),
          ...(origin.note ? { note: origin.note } : {}),
          mark: "chosen",
        },
        ...(origin.disagree ?? []).map((other) => ({ ...other, mark: "differs" as const })),
        ...agree.map((other) => ({ ...other, mark: "agrees" as const })),
      ]
    : [];
  return {
    id,
    label,
    ...(help ? { help } : {}),
    number,
    empty,
    unit,
    statements,
    ...(origin?.stale ? { stale: true as const } : {}),
  };
}

/** The sources that the statements of a record name, each once. */
export function sourcesOfFigures(
  figures: readonly RecordFigure[],
  sourceOf: SourceLookup,
): Record<string, SourceNote> {
  return citedSources(
    figures.flatMap(({ statements }) => statements),
    sourceOf,
  );
}

/** The figures of a record as a table: one row a statement, an unknown figure one row without any. */
export function recordTable(
  recordId: string,
  title: string,
  figures: readonly RecordFigure[],
  sources: Record<string, SourceNote>,
): Table {
  const columns = [
    "Figure",
    "Shown as",
    "Unit",
    "As printed",
    "Source",
    "Address",
    "Date",
    "Standing",
    "Note",
  ];
  return {
    id: recordId,
    title,
    columns: columns.map((label) => ({ id: label, label, kind: "text" as const })),
    rows: figures.flatMap((figure) => {
      const shown = { Figure: figure.label, "Shown as": figure.number ?? figure.empty, Unit: figure.unit };
      if (figure.statements.length === 0) return [shown];
      return figure.statements.map((statement) => {
        const source = sources[statement.source];
        return {
          ...shown,
          "As printed": statement.text ?? null,
          Source: source?.title ?? statement.source,
          Address: source?.where ?? null,
          Date: statement.asOf ?? source?.date ?? null,
          Standing: statement.mark,
          Note: statement.note ?? null,
        };
      });
    }),
  };
}
