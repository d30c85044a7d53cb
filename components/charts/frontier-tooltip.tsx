import { Quantity } from "@/components/ui/quantity";
import type { FrontierPoint } from "@/lib/view/frontier";

type Props = { active?: boolean; payload?: readonly { payload?: FrontierPoint & { series?: string } }[] };

/** One option at one load: what it costs and how fast it is. */
export function FrontierTooltip({ active, payload }: Props) {
  const point = payload?.find((entry) => entry.payload?.series)?.payload;
  if (!active || !point) return null;
  const lines = [
    ["Cost, blended", point.cost, "USD/tok"],
    ["Speed per user", point.userRate, "tok/s"],
    ["System output", point.outputRate, "tok/s"],
    ["TTFT", point.ttft, "s"],
    ["TPOT", point.tpot, "s"],
  ] as const;
  return (
    <div className="rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]">
      <p className="font-semibold">{point.series}</p>
      <p className="text-muted">
        Batch {point.batch.toLocaleString("en")}
        {point.current && ", as planned"}
        {!point.kept && ", misses a goal"}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-3">
        {lines.map(([label, value, unit]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">
              <Quantity value={value} unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
