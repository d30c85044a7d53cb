"use client";

import { saveTable } from "@/components/charts/save-table";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SourceNote } from "@/lib/view/catalog/catalog-table";
import { type RecordFigure, recordTable } from "@/lib/view/catalog/record-figures";

type Props = { id: string; name: string; figures: RecordFigure[]; sources: Record<string, SourceNote> };

/** The figures of a record's page as a CSV file, one line for each thing a source says. */
export function SaveRecordButton({ id, name, figures, sources }: Props) {
  return (
    <Button onClick={() => saveTable(recordTable(id, name, figures, sources))}>
      <Icon name="download" className="-ml-1" />
      CSV
    </Button>
  );
}
