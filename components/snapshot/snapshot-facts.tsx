import type { ScenarioLine } from "@/lib/view/scenario-lines";

/** What a saved plan assumes, in one dense line a fact. */
export function SnapshotFacts({ lines }: { lines: ScenarioLine[] }) {
  return (
    <section aria-label="Assumptions" className="px-4 pt-4 md:px-6">
      <dl className="flex flex-wrap gap-x-6 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3">
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
