"use client";

import { useDay } from "@/components/planner/use-day";
import type { Estimate } from "@/lib/engine";
import { optionNames } from "@/lib/view/option-name";
import { scaledMonth, scaledText } from "@/lib/view/scaled-month";

type Props = {
  estimate: Estimate;
  /** The options that are meant; where they are several each is named. */
  rows: readonly number[];
};

/** What a month comes to where replicas follow the load, beside the one that is shown, which pays for as many all day. */
export default function ScaledLines({ estimate, rows }: Props) {
  const { traffic, currency } = estimate.scenario;
  const day = useDay(traffic.dayShape);
  if (traffic.dayShape !== undefined && !day) return null;
  const names = optionNames(estimate);
  const found = rows.flatMap((row) => {
    const month = scaledMonth(estimate, row, day);
    return month ? [{ row, text: scaledText(month, traffic, currency) }] : [];
  });
  return found.map(({ row, text }) => (
    <p key={row} className="mt-1 text-muted text-sm">
      {rows.length > 1 && <span className="font-medium">{names[row]}: </span>}
      {text}
    </p>
  ));
}
