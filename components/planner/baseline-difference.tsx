import { changeText } from "@/lib/view/percent";

/** Below this (half a per cent) a difference is the prices' rounding. */
const SAME = 0.005;

/** How much dearer or cheaper than the baseline, with a sign: colour only repeats it. */
export function BaselineDifference({ value, isBaseline }: { value: number | null; isBaseline: boolean }) {
  if (isBaseline) return <span className="text-muted text-xs">baseline</span>;
  if (value === null) return null;
  if (Math.abs(value) < SAME) return <span className="text-muted text-xs">same as baseline</span>;
  return (
    <span className={`whitespace-nowrap font-medium text-sm ${value < 0 ? "text-good" : "text-bad"}`}>
      {changeText(value)}
      <span className="sr-only"> against the baseline</span>
    </span>
  );
}
