import { dayText } from "@/lib/units";
import {
  type CatalogColumn,
  type CatalogRow,
  type CellOrigin,
  emptyText,
} from "@/lib/view/catalog/catalog-table";
import { cellText } from "@/lib/view/catalog/in-unit";
import { StaleMark } from "./source-line";

type Props = { column: CatalogColumn; row: CatalogRow; origin: CellOrigin | undefined };

/** What a cell says: a number in its column's unit, words, or that nothing is known. */
export function CellValue({ column, row, origin }: Props) {
  const value = row[column.id] ?? null;
  if (value === null) return <span className="text-muted text-xs">{emptyText(column, origin)}</span>;
  if (typeof value === "string") {
    const marked = column.id === "asOf" && origin?.stale;
    return (
      <>
        {dayText(value)} {marked && <StaleMark />}
      </>
    );
  }
  // Marks stand in front, so that the digits of a column stay under each other.
  return (
    <>
      {origin?.disagree && (
        <span className="mr-1 text-warn text-xs" title="Sources disagree">
          <span aria-hidden="true">≠</span>
          <span className="sr-only">sources disagree: </span>
        </span>
      )}
      {origin?.stale && (
        <span
          className="mr-1 text-2xs text-warn"
          title="Older than a price may be: check it before you rely on it"
        >
          old
        </span>
      )}
      {cellText(column, value)}
    </>
  );
}
