import { Icon } from "@/components/ui/icon";
import type { ScenarioLine } from "@/lib/view/scenario-lines";

/** What a saved plan assumes, in one dense line a fact: behind the answer, and open on paper. */
export function SnapshotFacts({ lines }: { lines: ScenarioLine[] }) {
  return (
    <section aria-label="Assumptions">
      <details className="group/facts rounded-lg border border-line bg-surface px-4">
        <summary className="touch flex items-center gap-1 py-2.5 font-semibold text-sm">
          <Icon
            name="chevron"
            className="-ml-1 h-4 w-4 text-muted transition-transform group-open/facts:rotate-90"
          />
          What was assumed
          <span className="font-normal text-muted text-xs">{lines.length} settings</span>
        </summary>
        <dl className="flex flex-wrap gap-x-6 gap-y-2 pb-3">
          {lines.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-muted text-xs">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
