import { Button } from "@/components/ui/button";
import type { MeasuredMetric, MeasuredRunView } from "@/lib/view/prove/measured-runs";

type Props = {
  runs: readonly MeasuredRunView[];
  frozen: boolean;
  onSwitch: (position: number) => void;
  onRemove: (position: number) => void;
};

/** Every run with what was measured, what was predicted, and what the plan says now. */
export function MeasuredList({ runs, frozen, onSwitch, onRemove }: Props) {
  if (runs.length === 0) return <p className="text-muted text-sm">No measurements yet.</p>;
  return (
    <ul className="grid gap-3">
      {runs.map((run) => (
        <li key={run.position} className="rounded-md border border-line bg-surface p-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <label className="flex min-h-8 items-center gap-2 font-medium">
              <input
                type="checkbox"
                checked={run.on}
                disabled={frozen}
                onChange={() => onSwitch(run.position)}
                className="size-4 accent-[var(--accent)]"
              />
              {run.title}
            </label>
            {!frozen && (
              <Button look="quiet" aria-label={`Remove ${run.title}`} onClick={() => onRemove(run.position)}>
                Remove
              </Button>
            )}
          </div>
          <p className="text-muted text-xs [overflow-wrap:anywhere]">
            {run.from}
            {!run.applies && " · of another model, accelerator or software: it does not correct this option"}
          </p>
          {run.odd && <p className="mt-1 text-sm text-warn">{run.odd}</p>}
          <MetricTable title={run.title} metrics={run.metrics} on={run.on} />
        </li>
      ))}
    </ul>
  );
}

function MetricTable({
  title,
  metrics,
  on,
}: {
  title: string;
  metrics: readonly MeasuredMetric[];
  on: boolean;
}) {
  return (
    <div className="overflow-x-auto">
      <table className="mt-2 w-full min-w-80 table-fixed text-sm tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="text-muted text-xs">
            <th scope="col" className="text-left font-normal" />
            <th scope="col" className="text-right font-normal">
              measured
            </th>
            <th scope="col" className="text-right font-normal">
              predicted
            </th>
            <th scope="col" className="text-right font-normal">
              now
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ metric, label, measured, predicted, corrected }) => (
            <tr key={metric} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="text-right">{measured}</td>
              <td className="text-right text-muted">{predicted ?? "not answered"}</td>
              <td className="text-right">{on ? (corrected ?? "not answered") : "switched off"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
