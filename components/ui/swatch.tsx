import { seriesColor } from "@/lib/view/palette";

/** The colour of an accelerator beside its name. */
export function Swatch({ slot }: { slot: number }) {
  return (
    <span
      aria-hidden="true"
      className="h-2.5 w-2.5 shrink-0 rounded-xs"
      style={{ background: seriesColor(slot) }}
    />
  );
}
