import { type NamedOrigin, OriginLines } from "@/components/board/origin-lines";
import type { ScenarioLine } from "@/lib/view/scenario-lines";
import { Fold } from "./fold";

type Props = { lines: ScenarioLine[]; origins: readonly NamedOrigin[] };

/** What a saved plan rests on: where its prices come from, and what it assumes, in one dense line a fact. */
export function SnapshotFacts({ lines, origins }: Props) {
  return (
    <>
      <Fold
        title="Where the prices come from"
        aside={origins.length === 1 ? "1 option" : `${origins.length} options`}
      >
        <OriginLines origins={origins} />
      </Fold>
      <Fold title="What was assumed" aside={`${lines.length} settings`}>
        <dl className="flex flex-wrap gap-x-6 gap-y-2">
          {lines.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-muted text-xs">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </>
  );
}
