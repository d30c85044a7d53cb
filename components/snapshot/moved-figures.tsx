import { ChartFrame } from "@/components/charts/chart-frame";
import type { Estimate } from "@/lib/engine";
import { formatQuantity } from "@/lib/units";
import { moneyText } from "@/lib/view/currency";
import { type MovedFigure, movedFigures, movedTable } from "@/lib/view/moved";
import { changeText } from "@/lib/view/percent";

const shown = (value: number | null, { unit, currency }: Pick<MovedFigure, "unit" | "currency">) => {
  if (value === null) return "none";
  const text = unit.startsWith("USD") ? moneyText(value, unit, currency) : formatQuantity(value, unit);
  return `${text.number}${/^[%/]|^$/.test(text.unit) ? "" : " "}${text.unit}`;
};

/** What is not what it was when the plan was saved: old, new and the change, figure by figure. */
export function MovedFigures({ saved, today }: { saved: Estimate; today: Estimate }) {
  const moved = movedFigures(saved, today);
  const names = [...new Set(moved.map(({ option }) => option))];
  return (
    <div className="px-4 pt-4 md:px-6">
      <div className="rounded-lg border border-line bg-surface p-4">
        {moved.length === 0 ? (
          <p>
            Nothing has moved: engine {today.engineVersion} and catalog {today.catalogVersion} give the
            numbers that were saved.
          </p>
        ) : (
          <ChartFrame
            title="What moved since it was saved"
            caption={`Engine ${saved.engineVersion} → ${today.engineVersion}, catalog ${saved.catalogVersion} → ${today.catalogVersion}.`}
            table={movedTable(moved)}
          >
            <div className="grid grid-cols-[repeat(auto-fit,minmax(min(17rem,100%),1fr))] gap-x-8 gap-y-4">
              {names.map((name) => (
                <MovedOption key={name} name={name} moved={moved.filter(({ option }) => option === name)} />
              ))}
            </div>
          </ChartFrame>
        )}
      </div>
    </div>
  );
}

function MovedOption({ name, moved }: { name: string; moved: MovedFigure[] }) {
  return (
    <div>
      <h4 className="font-semibold">{name}</h4>
      <dl className="mt-1">
        {moved.map(({ label, before, after, change, ...shownIn }) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-3 border-line border-b py-1 last:border-0"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">
              <span className="text-muted">{shown(before, shownIn)} → </span>
              {shown(after, shownIn)}
              <span className="inline-block w-16 font-medium">{change !== null && changeText(change)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
