import { Quantity } from "@/components/ui/quantity";
import { capacityText, type MemoryBar } from "@/lib/view/memory";
import { seriesColor } from "@/lib/view/palette";
import { cssShare } from "@/lib/view/percent";

type Part = MemoryBar["segments"][number]["part"];

/** How much of the accelerator's colour a part gets; the runtime is hatched, what is free stays empty. */
const strength: Record<Part, number> = { weights: 100, kv: 62, activations: 34, runtime: 16, free: 0 };

const fill = (part: Part, color: string) =>
  part === "free" ? "transparent" : `color-mix(in srgb, ${color} ${strength[part]}%, var(--surface))`;

/** What fills one accelerator's memory, a bar an option, all on one scale; ticks are the capacity and the server's share. */
export function MemoryChart({ bars, slots }: { bars: MemoryBar[]; slots: readonly number[] }) {
  return (
    <ul data-chart className="grid gap-5">
      {bars.map((bar, index) => {
        const color = seriesColor(slots[index]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <li key={index}>
            <div className="flex items-baseline justify-between gap-2">
              <span className="wrap-anywhere font-medium">{bar.name}</span>
              <span className="text-muted text-xs">
                {capacityText(bar.capacityBytes, bar.named)}, per accelerator
              </span>
            </div>
            <div aria-hidden="true" className="relative mt-1 h-7">
              {bar.segments.map((segment) => (
                <div
                  key={segment.part}
                  title={segment.label}
                  className={`absolute inset-y-0 border border-surface first:rounded-l-sm ${segment.part === "runtime" ? "hatched" : ""} ${segment.part === "free" ? "border-line border-dashed" : ""}`}
                  style={{
                    left: cssShare(segment.start),
                    width: cssShare(segment.width),
                    backgroundColor: fill(segment.part, color),
                  }}
                />
              ))}
              <div
                className="absolute -inset-y-1 border-text border-l border-dashed"
                style={{ left: cssShare(bar.limit) }}
              />
              <div
                className="-ml-px absolute -inset-y-1 w-0.5 bg-text"
                style={{ left: cssShare(Math.min(bar.capacity, 0.999)) }}
              />
            </div>
            <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
              {bar.segments.length === 0 && (
                <li className="text-muted">The plan cannot run here, so nothing is placed.</li>
              )}
              {bar.segments.map((segment) => (
                <li key={segment.part} className="flex items-center gap-1.5">
                  <span
                    aria-hidden="true"
                    className={`h-2.5 w-2.5 rounded-xs border ${segment.part === "runtime" ? "hatched" : ""}`}
                    style={{ backgroundColor: fill(segment.part, color), borderColor: color }}
                  />
                  <span className="text-muted">{segment.label}</span>
                  <Quantity value={segment.bytes} unit="B" />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
