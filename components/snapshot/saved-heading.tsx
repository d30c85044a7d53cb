/** When a plan was saved, and what computed its numbers. */
export type SavedMoment = {
  name: string;
  /** ISO date and time. */
  savedAt: string;
  version: number;
  engineVersion: string;
  catalogVersion: string;
};

/** The name of a saved plan, with where its numbers come from. */
export function SavedHeading({ saved }: { saved: SavedMoment }) {
  const { name, savedAt, version, engineVersion, catalogVersion } = saved;
  return (
    <div>
      <h1 className="font-semibold text-xl">{name || "Untitled plan"}</h1>
      <p className="text-muted">
        Saved <time dateTime={savedAt}>{day(savedAt)}</time>, version {version} · engine {engineVersion},
        catalog {catalogVersion}
      </p>
    </div>
  );
}

/** The date part, which reads the same on the server and in every browser. */
const day = (iso: string) => `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
