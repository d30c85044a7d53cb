"use client";

import { CsvButton } from "@/components/charts/csv-button";
import type { SourceNote } from "@/lib/view/catalog/catalog-table";
import { type RecordFigure, recordTable } from "@/lib/view/catalog/record-figures";

type Props = { id: string; name: string; figures: RecordFigure[]; sources: Record<string, SourceNote> };

/** The figures of a record's page as a CSV file, one line for each thing a source says. */
export function SaveRecordButton({ id, name, figures, sources }: Props) {
  return <CsvButton table={() => recordTable(id, name, figures, sources)} />;
}
