import type { Calibration } from "@/lib/catalog/schema";
import { dayText } from "@/lib/units";
import { constantText } from "@/lib/view/method/constant-text";
import { type ConstantRow, constantRows } from "@/lib/view/method/constants";

/** The constants of one architecture, stack or law, what each was expected to be, and where they come from. */
export function CalibrationRecord({ record }: { record: Calibration }) {
  const { id, name, origin, basis, asOf, notes } = record;
  const rows = constantRows(record);
  const fitted = rows.filter(({ prior }) => prior !== undefined).length;
  return (
    <details id={`calibration-${id}`} className="rounded-lg border border-line bg-surface">
      <summary className="touch flex items-center gap-2 px-3.5 py-2.5 hover:bg-inset">
        <span className="font-medium">{name}</span>
        <span
          className={`rounded px-1.5 text-xs ${origin === "fitted" ? "bg-accent-soft text-accent" : "bg-warn-soft text-warn"}`}
        >
          {origin === "fitted" ? "fitted" : "by analogy"}
        </span>
        <span className="ml-auto shrink-0 text-muted text-xs">
          {rows.length} constants{fitted > 0 && `, ${fitted} fitted`}
        </span>
      </summary>
      <div className="border-line border-t px-3.5 py-2.5">
        <p className="text-muted">
          {basis}
          {asOf && `, ${dayText(asOf)}`}.{notes && ` ${notes}`}
        </p>
        <dl className="mt-2">
          {rows.map((row) => (
            <Constant key={row.id} {...row} />
          ))}
        </dl>
      </div>
    </details>
  );
}

function Constant({ id, label, unit, value, prior, reason, most, linked }: ConstantRow) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t py-1 first:border-0">
      <dt className="min-w-0">
        {label}{" "}
        <span className="break-all font-mono text-muted text-xs">
          {linked ? (
            <a href={`#${id}`} className="underline decoration-dotted underline-offset-2 hover:text-accent">
              {id}
            </a>
          ) : (
            id
          )}
        </span>
        {reason && <span className="block text-muted text-xs">{reason}</span>}
      </dt>
      <dd className="ml-auto text-right">
        {prior !== undefined && (
          <span className="text-muted">
            {constantText(prior, unit)} <span aria-hidden="true">→</span>
            <span className="sr-only">fitted to</span>{" "}
          </span>
        )}
        <span className="font-medium">{constantText(value, unit)}</span>
        {most !== undefined && (
          <span className="text-muted text-xs"> (at most {constantText(most, unit)})</span>
        )}
      </dd>
    </div>
  );
}
