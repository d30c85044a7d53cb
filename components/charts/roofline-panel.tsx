"use client";

import { seriesColor } from "@/lib/view/palette";
import type { Roofline } from "@/lib/view/roofline";
import { dashes } from "./axis";
import { RooflineChart } from "./roofline-chart";

/** The roofline with its key. */
export function RooflinePanel({ roofline, slots }: { roofline: Roofline; slots: readonly number[] }) {
  return (
    <div className="rounded-lg border border-line bg-surface p-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {roofline.series.map((series, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <li key={index} className="wrap-anywhere flex items-center gap-1.5">
            <svg width="28" height="2" aria-hidden="true">
              <line
                x2="28"
                y1="1"
                y2="1"
                stroke={seriesColor(slots[series.option])}
                strokeWidth="2"
                strokeDasharray={dashes[index % dashes.length]}
              />
            </svg>
            {series.name}
          </li>
        ))}
        <li className="text-muted">
          <span aria-hidden="true">○</span> decode
        </li>
        <li className="text-muted">
          <span aria-hidden="true">△</span> prefill
        </li>
      </ul>
      <div className="mt-2 h-[22rem] max-md:h-80" aria-hidden="true">
        <RooflineChart roofline={roofline} slots={slots} />
      </div>
    </div>
  );
}
