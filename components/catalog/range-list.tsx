import { Icon } from "@/components/ui/icon";
import { dayText } from "@/lib/units";
import type { SourceNote } from "@/lib/view/catalog/catalog-table";
import { cellText } from "@/lib/view/catalog/in-unit";
import type { RangeView } from "@/lib/view/catalog/price-ranges";
import { OriginText } from "./origin-text";
import { StaleMark } from "./source-line";

type Props = { ranges: RangeView[]; sources: Record<string, SourceNote> };

/** Ranges of prices: low, base and high on a line, and who says so. */
export function RangeList({ ranges, sources }: Props) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 wide:grid-cols-3">
      {ranges.map((range) => (
        <li key={range.id} className="rounded-lg border border-line bg-surface p-4">
          <p>
            <a
              href={`/hardware/${range.acceleratorId}`}
              className="font-medium hover:text-accent hover:underline"
            >
              {range.accelerator}
            </a>
            <span className="text-muted">
              , {range.what}, as of {dayText(range.asOf)}
            </span>{" "}
            {range.stale && <StaleMark />}
          </p>
          <div className="relative mt-3 h-1 rounded bg-line" aria-hidden="true">
            <span
              className="absolute -top-1 h-3 w-1 rounded bg-accent"
              style={{ left: `${(100 * range.basePosition).toFixed(1)}%` }}
            />
          </div>
          <dl className="mt-2 grid grid-cols-3">
            {range.ends.map(({ label, value }, index) => (
              <div key={label} className={["text-left", "text-center", "text-right"][index]}>
                <dt className="text-muted text-xs">{label}</dt>
                <dd className="font-medium tabular-nums">{cellText(range, value)}</dd>
              </div>
            ))}
          </dl>
          <details className="group mt-2 text-xs">
            <summary className="touch inline-flex items-center gap-1 text-muted hover:text-text">
              <Icon name="chevron" className="-ml-1 h-4 w-4 transition-transform group-open:rotate-90" />
              Sources
            </summary>
            <dl className="mt-1 grid gap-1">
              {range.ends.map(
                ({ label, origin }) =>
                  origin && (
                    <div key={label}>
                      <dt className="font-medium">{label}</dt>
                      <dd>
                        <OriginText origin={origin} sources={sources} />
                      </dd>
                    </div>
                  ),
              )}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}
