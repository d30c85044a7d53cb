"use client";

import { useDay } from "@/components/planner/use-day";
import type { Estimate } from "@/lib/engine";
import { optionNames } from "@/lib/view/option-name";
import { type NamedMonth, scaledMonth, scaledText, unknownMonth } from "@/lib/view/scaled-month";

type Props = {
  estimate: Estimate;
  /** The options that are meant: each named and by itself, or the first compared with the others. */
  rows: readonly number[];
  compared?: boolean;
};

/** What a month comes to where replicas follow the load, beside the one that is shown, which pays for as many all day. */
export default function ScaledLines({ estimate, rows, compared = false }: Props) {
  const { scenario, options } = estimate;
  const { dayShape, scaleTarget, scaleWait } = scenario.traffic;
  const day = useDay(dayShape);
  if ((scaleTarget ?? scaleWait) === undefined || (dayShape !== undefined && !day)) return null;
  const names = optionNames(estimate);
  const monthOf = (row: number): NamedMonth[] => {
    const month = scaledMonth(estimate, row, day);
    return month ? [{ ...month, name: names[row] ?? "" }] : [];
  };
  const lines = (compared ? rows.slice(0, 1) : rows).flatMap((row) => {
    const option = options[row];
    const [month] = monthOf(row);
    const text = month
      ? scaledText([month, ...(compared ? rows.slice(1).flatMap(monthOf) : [])], scenario)
      : option && unknownMonth(option);
    return text ? [{ row, text }] : [];
  });
  return lines.map(({ row, text }) => (
    <p key={row} className="mt-1 text-muted text-sm">
      {lines.length > 1 && <span className="font-medium">{names[row]}: </span>}
      {text}
    </p>
  ));
}
