import type { Estimate } from "@/lib/engine";
import { comparedQuantities } from "./compare";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** A figure that is not what it was. A value is null on the side where there is no such figure. */
export type MovedFigure = {
  option: string;
  label: string;
  unit: string;
  before: number | null;
  after: number | null;
  /** Fraction; null without both. */
  change: number | null;
};

/** Differences below this are the arithmetic's, not the data's. */
const SAME = 1e-9;

/** The compared figures that differ between two estimates of the same options. */
export function movedFigures(before: Estimate, after: Estimate): MovedFigure[] {
  const names = optionNames(before);
  return before.options.flatMap((option, index) =>
    comparedQuantities.flatMap(({ id, label, unit }): MovedFigure[] => {
      const old = option.figures[id] ?? null;
      const now = after.options[index]?.figures[id] ?? null;
      const change = old === null || now === null || old === 0 ? null : now / old - 1;
      const same = old === now || (change !== null && Math.abs(change) < SAME);
      return same ? [] : [{ option: names[index] ?? "", label, unit, before: old, after: now, change }];
    }),
  );
}

/** One row a figure that moved, each in its own base unit. */
export function movedTable(moved: readonly MovedFigure[]): Table {
  return {
    id: "moved",
    title: "What moved since it was saved",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      { id: "figure", label: "Figure", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      { id: "before", label: "As saved", kind: "number" },
      { id: "after", label: "Today", kind: "number" },
      { id: "change", label: "Change, fraction", kind: "number" },
    ],
    rows: moved.map(({ option, label, unit, before, after, change }) => ({
      option,
      figure: label,
      unit,
      before,
      after,
      change,
    })),
  };
}
