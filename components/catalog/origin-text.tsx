import type { CellOrigin, SourceNote } from "@/lib/view/catalog/catalog-table";
import { SourceLine, StaleMark } from "./source-line";

type Props = { origin: CellOrigin | undefined; sources: Record<string, SourceNote> };

/** A figure's origin in words: as printed, by whom, of when, and who says otherwise. */
export function OriginText({ origin, sources }: Props) {
  if (!origin) return null;
  const { text, source, asOf, note, disagree, stale } = origin;
  return (
    <>
      <span className="block">
        {text && <span>“{text}” · </span>}
        <SourceLine source={sources[source]} asOf={asOf} /> {stale && <StaleMark />}
      </span>
      {note && <span className="block break-words text-muted">{note}</span>}
      {disagree?.map((other) => (
        <span key={`${other.source} ${other.text}`} className="block">
          <span className="text-warn">But</span> “{other.text}” ·{" "}
          <SourceLine source={sources[other.source]} />
          {other.note && <span className="text-muted">. {other.note}</span>}
        </span>
      ))}
    </>
  );
}
