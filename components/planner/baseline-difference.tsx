/** How much dearer or cheaper than the baseline, with a sign: colour only repeats it. */
export function BaselineDifference({ value, isBaseline }: { value: number | null; isBaseline: boolean }) {
  if (isBaseline) return <span className="text-muted text-xs">baseline</span>;
  if (value === null) return null;
  const percent = Math.round(Math.abs(value) * 100);
  if (percent === 0) return <span className="text-muted text-xs">same as baseline</span>;
  return (
    <span className={`whitespace-nowrap font-medium text-sm ${value < 0 ? "text-good" : "text-bad"}`}>
      {value < 0 ? "−" : "+"}
      {percent} %<span className="sr-only"> against the baseline</span>
    </span>
  );
}
