import { dayText } from "@/lib/units";
/** When a plan was saved, what computed its numbers, and where its other versions are. */
export type SavedMoment = {
  /** The id that it was opened by. */
  viewId: string;
  name: string;
  /** What the sender says of it. */
  note?: string | undefined;
  /** ISO date and time. */
  savedAt: string;
  version: number;
  latestVersion: number;
  /** ISO date until which it is kept. */
  expiresAt: string;
  engineVersion: string;
  catalogVersion: string;
};

type Props = {
  saved: SavedMoment;
  /** Where the plan's report is, if it can be made. */
  report?: string;
};

/** The name of a saved plan, with where its numbers come from. */
export function SavedHeading({ saved, report }: Props) {
  const { viewId, name, note, savedAt, version, latestVersion, expiresAt, engineVersion, catalogVersion } =
    saved;
  return (
    <div>
      <h1 className="font-semibold text-xl">{name || "Untitled plan"}</h1>
      <p className="text-muted">
        Saved <time dateTime={savedAt}>{day(savedAt)}</time>, version {version}
        {latestVersion > 1 && (
          <>
            {" of "}
            <a
              href={`/s/${viewId}/history?from=${Math.max(1, version - 1)}&to=${version}`}
              className="text-accent underline underline-offset-2"
            >
              {latestVersion}
            </a>
          </>
        )}
        {" · "}engine {engineVersion}, catalog {catalogVersion} · kept until{" "}
        <time dateTime={expiresAt}>{dayText(expiresAt.slice(0, 10))}</time>
        {report && (
          <span className="screen-only">
            {" · "}
            <a href={report} className="text-accent underline underline-offset-2">
              report to print
            </a>
          </span>
        )}
      </p>
      {note && <p className="wrap-anywhere mt-2 max-w-3xl border-accent border-l-2 pl-3 text-base">{note}</p>}
      {version < latestVersion && (
        <p className="mt-1 text-warn">
          There is a newer version:{" "}
          <a href={`/s/${viewId}`} className="underline underline-offset-2">
            version {latestVersion}
          </a>
          .
        </p>
      )}
    </div>
  );
}

/** When a version was saved, and until when it is kept, as one sentence. */
export const momentText = ({ savedAt, version, latestVersion, expiresAt }: SavedMoment): string =>
  `Saved ${day(savedAt)}, version ${version}${latestVersion > 1 ? ` of ${latestVersion}` : ""}, kept until ${dayText(expiresAt.slice(0, 10))}`;

/** The date part, which reads the same on the server and in every browser. */
const day = (iso: string) => `${dayText(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
