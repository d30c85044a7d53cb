import type { CSSProperties } from "react";
import type { Share } from "@/lib/view/catalog/model-shape";
import { SERIES, seriesColor } from "@/lib/view/palette";

/** Parts of a whole as one bar over the list that says what each colour is. */
export function ShareBar({ title, shares }: { title: string; shares: readonly Share[] }) {
  const color = (index: number): CSSProperties => ({ background: seriesColor((index % SERIES) + 1) });
  return (
    <div className="rounded-lg border border-line bg-surface p-4 max-md:px-3">
      <div className="flex h-4 gap-px overflow-hidden rounded" aria-hidden="true">
        {shares.map(({ label, value }, index) => (
          <span
            key={label}
            title={label}
            className="min-w-0.5"
            style={{ ...color(index), flex: `${value} 0 0` }}
          />
        ))}
      </div>
      <ul aria-label={title} className="mt-2 grid gap-y-0.5">
        {shares.map(({ label, text, percent }, index) => (
          <li key={label} className="flex items-center gap-2">
            <span aria-hidden="true" className="h-2.5 w-2.5 shrink-0 rounded-xs" style={color(index)} />
            <span className="min-w-0 grow">{label}</span>
            <span className="whitespace-nowrap text-right">{text}</span>
            <span className="w-14 whitespace-nowrap text-right text-muted">{percent}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
