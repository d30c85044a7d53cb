import type { Band } from "@/lib/view/board/board";
import { cssShare } from "@/lib/view/percent";

/** A figure's range on the scale that all cards share: a line from zero, a band, a mark at the value. */
export function RangeBand({ band, color }: { band: Band; color: string }) {
  return (
    <div aria-hidden="true" className="relative h-3">
      <div className="absolute inset-x-0 top-[5px] h-0.5 rounded bg-line" />
      <div
        className="absolute top-[3px] h-1.5 rounded-sm opacity-40"
        style={{ left: cssShare(band.low), width: cssShare(band.high - band.low), background: color }}
      />
      <div
        className="-ml-[1.5px] absolute top-0 h-3 w-[3px] rounded-sm"
        style={{ left: cssShare(band.value), background: color }}
      />
    </div>
  );
}
