import { OutLink } from "@/components/ui/out-link";
import type { Source } from "@/lib/catalog/schema";
import type { Explanation } from "@/lib/engine";
import { dayText } from "@/lib/units";

const isAddress = (where: string) => /^https?:\/\//.test(where);

/** Where a value was read: the text as printed, the record, and its source with a date. */
export function SourceNote({
  origin,
  source,
}: {
  origin: Explanation["origin"];
  source: Source | undefined;
}) {
  if (!origin.text && !origin.record && !source) return null;
  return (
    <div className="rounded-md border border-line p-3 text-xs">
      {origin.text && <p className="text-sm">{origin.text}</p>}
      {source && (
        <p className="mt-1">
          Source:{" "}
          {isAddress(source.where) ? (
            <OutLink href={source.where} className="break-words">
              {source.title}
            </OutLink>
          ) : (
            <span className="break-words">
              {source.title} ({source.where})
            </span>
          )}
          {source.date && <span className="text-muted">, {dayText(source.date)}</span>}
        </p>
      )}
      {origin.constants ? (
        <p className="wrap-anywhere mt-1 text-muted">
          {origin.constants.length === 1 ? "Constant" : "Constants"}: {origin.constants.join(", ")}
        </p>
      ) : (
        origin.record && <p className="mt-1 text-muted">Record: {origin.record}</p>
      )}
    </div>
  );
}
