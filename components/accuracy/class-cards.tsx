import { grouped } from "@/lib/units";
import { percent } from "@/lib/view/percent";

export type ClassCard = {
  id: string;
  label: string;
  cases: number;
  median: number;
  within25: number;
  target: { median: number; within25: number };
};

/** The error of each class of measurements in one large figure, and whether it is where it is meant to be. */
export function ClassCards({ classes }: { classes: ClassCard[] }) {
  return (
    <ul className="grid grid-cols-6 gap-3 max-wide:grid-cols-3 max-md:grid-cols-2">
      {classes.map(({ id, label, cases, median, within25, target }) => {
        const met = median <= target.median && within25 >= target.within25;
        return (
          <li key={id} className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-3.5">
            <h3 className="min-h-10 text-muted text-sm">{label}</h3>
            <p className="mt-1 font-semibold text-2xl leading-8">{percent(median)}</p>
            <p className="text-xs">
              median error of <span className="whitespace-nowrap">{grouped(cases)} cases</span>
            </p>
            <p className="text-xs">{percent(within25)} within ±25 %</p>
            <p className={`mt-auto pt-2 text-xs ${met ? "text-good" : "text-warn"}`}>
              <span aria-hidden="true">{met ? "✓" : "△"}</span> {met ? "meets" : "misses"} the goal:{" "}
              <span className="whitespace-nowrap">≤ {percent(target.median)},</span>{" "}
              <span className="whitespace-nowrap">≥ {percent(target.within25, 0)} within</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
