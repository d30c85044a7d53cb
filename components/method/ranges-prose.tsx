import type { Calibration } from "@/lib/catalog/schema";
import { P90 } from "@/lib/engine";
import { dayText, decimals } from "@/lib/units";
import { constantRows } from "@/lib/view/method/constants";

/** How wide the ranges are beside headline figures, by class, and why. */
export function RangesProse({ record }: { record: Calibration | undefined }) {
  if (!record) return null;
  return (
    <div className="grid max-w-5xl gap-3">
      <p className="text-base leading-6">
        The range beside a headline figure is meant to hold eight of ten measurements: one in ten is expected
        below it, one in ten above. Its width comes from how far the planner was off on public measurements,
        by class of model, hardware and figure, and by how near the measurements come: the same model measured
        on the accelerator; its family, though not on it; the accelerator, with other families; or only other
        accelerators of the architecture. For each of these the constants were fitted again without what that
        class does without. Errors multiply rather than add, so a spread s means a factor of exp(1.28 s)
        either way. Where nothing was measured for an architecture, an assumed, wider spread holds. A cost
        inherits the range of the rate that it is divided by, and the market&apos;s where the market sets its
        price.
      </p>
      <dl className="rounded-lg border border-line bg-surface px-3.5 py-1">
        {constantRows(record).map(({ id, label, value }) => (
          <div key={id} className="flex justify-between gap-4 border-line border-t py-1 first:border-0">
            <dt>{label}</dt>
            <dd className="whitespace-nowrap text-right">
              {value}
              <span className="text-muted">, ÷ or × {decimals(Math.exp(P90 * value), 2)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">
        {record.basis}, {dayText(record.asOf ?? "")}. {record.notes?.replaceAll("`", "")}
      </p>
    </div>
  );
}
