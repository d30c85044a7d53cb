import { Quantity } from "@/components/ui/quantity";
import { seriesColor } from "@/lib/view/palette";
import { cssShare, percent } from "@/lib/view/percent";
import type { TimeBar, TimePart } from "@/lib/view/time-parts";

/** How much of the option's colour a part gets; what waits for the host is hatched. */
const strength: Record<TimePart, number> = {
  weights: 100,
  kv: 66,
  activations: 40,
  communication: 22,
  host: 10,
  own: 100,
  transfer: 66,
  waiting: 30,
  handling: 10,
};
/** What is spent on the host, not on the accelerator. */
const onHost: ReadonlySet<TimePart> = new Set(["host", "handling"]);
const fill = (part: TimePart, color: string) =>
  `color-mix(in srgb, ${color} ${strength[part]}%, var(--surface))`;

/** Where the time of a step goes, a bar a step. */
export function TimeChart({ bars, slot }: { bars: TimeBar[]; slot: number }) {
  const color = seriesColor(slot);
  return (
    <ul data-chart className="grid gap-4">
      {bars.map(({ frame, label, total, parts }) => (
        <li key={frame}>
          <div className="flex items-baseline justify-between gap-2">
            <span className="font-medium">{label}</span>
            <Quantity value={total} unit="s" />
          </div>
          <div aria-hidden="true" className="mt-1 flex h-5 overflow-hidden rounded-sm">
            {parts.map(({ part, share }) => (
              <div
                key={part}
                className={`border-surface border-r last:border-0 ${onHost.has(part) ? "hatched" : ""}`}
                style={{ width: cssShare(share), backgroundColor: fill(part, color) }}
              />
            ))}
          </div>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
            {parts.map((part) => (
              <li key={part.part} className="flex items-center gap-1.5">
                <span
                  aria-hidden="true"
                  className={`h-2.5 w-2.5 rounded-xs border ${onHost.has(part.part) ? "hatched" : ""}`}
                  style={{ backgroundColor: fill(part.part, color), borderColor: color }}
                />
                <span className="text-muted">{part.label}</span> {percent(part.share, 0)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
