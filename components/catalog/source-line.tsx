import { OutLink } from "@/components/ui/out-link";
import { dayText } from "@/lib/units";
import type { SourceNote } from "@/lib/view/catalog/catalog-table";

const isAddress = (where: string) => /^https?:\/\//.test(where);

/** A source by name, with its address and its date. `asOf` is the date of the figure itself. */
export function SourceLine({ source, asOf }: { source: SourceNote | undefined; asOf?: string | undefined }) {
  if (!source) return null;
  const date = dayText(asOf ?? source.date ?? "");
  return (
    <span className="break-words">
      {isAddress(source.where) ? (
        <OutLink href={source.where}>{source.title}</OutLink>
      ) : (
        <span title={source.where}>{source.title}</span>
      )}
      <span className="text-muted">, {date || "undated"}</span>
    </span>
  );
}

/** A figure whose date is too long ago. */
export function StaleMark() {
  return (
    <span
      title="Older than a price may be: check it before you rely on it"
      className="rounded bg-warn-soft px-1 text-2xs text-warn"
    >
      old
    </span>
  );
}
