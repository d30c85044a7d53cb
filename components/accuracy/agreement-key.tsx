import { FAMILIES, type Family } from "@/lib/view/accuracy/families";
import { METRIC_KINDS, METRIC_TEXT } from "@/lib/view/accuracy/metrics";
import type { Point } from "@/lib/view/accuracy/point";
import { MARK_PATHS } from "./mark-paths";

/** What the colours and outlines of the shown points mean. */
export function AgreementKey({ points }: { points: readonly Point[] }) {
  const families = (Object.keys(FAMILIES) as Family[]).filter((family) =>
    points.some((point) => point.family === family),
  );
  const kinds = METRIC_KINDS.filter(({ kind }) =>
    points.some(({ metric }) => METRIC_TEXT[metric].kind === kind),
  );
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface p-3.5 text-xs wide:grid-cols-2">
      <ul className="flex flex-wrap content-start gap-x-4 gap-y-1 wide:flex-col" aria-label="Colours">
        {families.map((family) => (
          <li key={family} className="flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className="h-2.5 w-2.5 rounded-xs"
              style={{ background: FAMILIES[family].color }}
            />
            {FAMILIES[family].label}
          </li>
        ))}
      </ul>
      <ul
        className="flex flex-wrap content-start gap-x-4 gap-y-1 text-muted wide:flex-col"
        aria-label="Marks"
      >
        {kinds.map(({ kind, label }) => (
          <li key={kind} className="flex items-center gap-1.5">
            <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
              <path d={MARK_PATHS[kind]} fill="none" stroke="currentColor" strokeWidth="1.25" />
            </svg>
            {label}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-2.5 w-5 rounded-xs bg-accent/15" />
          within ±25 %
        </li>
      </ul>
    </div>
  );
}
