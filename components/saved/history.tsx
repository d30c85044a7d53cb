import { ChartFrame } from "@/components/charts/chart-frame";
import { NarrowFooter } from "@/components/site-nav";
import { Button } from "@/components/ui/button";
import { MAIN } from "@/components/ui/skip-link";
import type { PlanDifference } from "@/lib/view/saved/difference";
import { DifferenceTables } from "./difference-tables";
import type { VersionLine } from "./plan-calls";
import { SavedHeader } from "./saved-header";

type Props = {
  viewId: string;
  versions: VersionLine[];
  older: number;
  newer: number;
  /** Null where one of the two cannot be read here. */
  difference: PlanDifference | null;
};

/** The versions of a plan, the latest first, and what two of them differ in. */
export function History({ viewId, versions, older, newer, difference }: Props) {
  return (
    <>
      <SavedHeader skip="Skip to the versions" />
      <main id={MAIN} tabIndex={-1} className="mx-auto grid max-w-[80rem] gap-6 px-4 py-6 md:px-6">
        <div>
          <h1 className="font-semibold text-xl">Versions of {versions[0]?.name || "an untitled plan"}</h1>
          <p className="text-muted">Each stays as it was saved.</p>
        </div>
        <ChartFrame
          title="Versions"
          table={{
            id: "versions",
            title: "Versions",
            columns: [
              { id: "version", label: "Version", kind: "number", plain: true },
              { id: "savedAt", label: "Saved (UTC)", kind: "text" },
              { id: "name", label: "Name", kind: "text" },
              { id: "engine", label: "Engine", kind: "text" },
              { id: "catalog", label: "Catalog", kind: "text" },
            ],
            rows: versions.map(({ version, createdAt, name, engineVersion, catalogVersion }) => ({
              version,
              savedAt: createdAt.slice(0, 16).replace("T", ", "),
              name: name || "Untitled plan",
              engine: engineVersion,
              catalog: catalogVersion,
            })),
          }}
        />
        <form className="flex flex-wrap items-end gap-3" aria-label="Versions to compare">
          <Choice name="from" label="From version" value={older} versions={versions} />
          <Choice name="to" label="To version" value={newer} versions={versions} />
          <Button type="submit">Compare</Button>
          <a
            href={`/s/${viewId}/v/${older}`}
            className="touch py-1.5 text-accent underline underline-offset-2"
          >
            Open version {older}
          </a>
          <a
            href={`/s/${viewId}/v/${newer}`}
            className="touch py-1.5 text-accent underline underline-offset-2"
          >
            Open version {newer}
          </a>
        </form>
        {difference ? (
          <DifferenceTables difference={difference} before={`Version ${older}`} after={`Version ${newer}`} />
        ) : (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
            One of the two was saved in a form that cannot be read here, so that they cannot be compared.
          </p>
        )}
      </main>
      <NarrowFooter />
    </>
  );
}

type ChoiceProps = { name: string; label: string; value: number; versions: readonly VersionLine[] };

/** A version to choose; without a script the form's button takes it. */
function Choice({ name, label, value, versions }: ChoiceProps) {
  return (
    <label className="block">
      <span className="mb-0.5 block text-muted text-xs">{label}</span>
      <select name={name} defaultValue={value} className="control px-2 py-1">
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
}
