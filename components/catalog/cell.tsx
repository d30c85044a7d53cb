import type { CatalogColumn, CatalogRow, Origin } from "@/lib/view/catalog/catalog-table";
import { cellText } from "@/lib/view/catalog/in-unit";
import { StaleMark } from "./source-line";

type Props = { column: CatalogColumn; row: CatalogRow; origin: Origin | undefined };

/** What a cell says: a number in its column's unit, words, or that nothing is known. */
export function CellValue({ column, row, origin }: Props) {
  const value = row[column.id] ?? null;
  if (value === null) return <span className="text-muted text-xs">{column.empty ?? "unknown"}</span>;
  if (typeof value === "string") {
    const marked = column.id === "asOf" && origin?.stale;
    return (
      <>
        {value} {marked && <StaleMark />}
      </>
    );
  }
  return (
    <>
      {cellText(column, value)}
      {origin?.stale && (
        <sup title="Older than a price may be: check it before you rely on it" className="ml-0.5 text-warn">
          old
        </sup>
      )}
      {origin?.disagree && (
        <sup title="Sources disagree" className="ml-0.5 text-warn">
          <span aria-hidden="true">≠</span>
          <span className="sr-only">sources disagree</span>
        </sup>
      )}
    </>
  );
}
