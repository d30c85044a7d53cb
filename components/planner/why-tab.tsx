"use client";

import { useMemo } from "react";
import { NearestNote } from "@/components/accuracy/nearest-note";
import { AdviceList } from "@/components/board/advice-list";
import { ChartFrame } from "@/components/charts/chart-frame";
import { TimeChart } from "@/components/charts/time-chart";
import { isAsked } from "@/lib/view/goals";
import { measuredScenario } from "@/lib/view/operating";
import { optionNames } from "@/lib/view/option-name";
import { standingOf } from "@/lib/view/standing";
import { timeBars, timeTable } from "@/lib/view/time-parts";
import { CardFigureList } from "./card-figure-list";
import GoalNote from "./goal-note";
import { usePlanner } from "./planner-context";
import type { TabProps } from "./result-tabs";

/** Why one row's numbers are what they are: its figures, where its time goes, what to know and what was measured. */
export default function WhyTab({ estimate, slots, row }: TabProps) {
  const { state } = usePlanner();
  const measured = useMemo(() => measuredScenario(state.estimate), [state.estimate]);
  const option = estimate.options[row];
  if (!option) return null;
  const name = optionNames(estimate)[row] ?? "";
  const { verdict, notes, goodput } = option;
  if (!verdict.feasible) {
    return (
      <p>
        <strong className="font-semibold">{name}</strong>: {verdict.message}
      </p>
    );
  }
  const bars = timeBars(estimate, row);
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="@container min-w-0">
        <h3 className="font-semibold text-base">{name}</h3>
        <CardFigureList estimate={estimate} option={option} index={row} name={name} />
        {/* Where the load is asked for, the batch is found and none can be used in its place. */}
        {goodput && !isAsked(estimate.scenario) && (
          <GoalNote goodput={goodput} standing={standingOf(estimate, row)} name={name} />
        )}
        <AdviceList estimate={estimate} row={row} />
        {notes.map(({ text, severity }) => (
          <p key={text} className={`mt-2 text-xs ${severity === "info" ? "text-muted" : "text-warn"}`}>
            {text}
          </p>
        ))}
        {!state.frozen && (
          <div className="mt-2 min-h-16">
            {state.engine && <NearestNote scenario={measured} option={row} />}
          </div>
        )}
      </div>
      {bars.length > 0 && (
        <ChartFrame
          title="Where the time goes"
          caption="The time of one step, and of a first token, by what it is spent on. The largest part is what to improve first. Drawing a token and making text of it are in a step's host time; what a request takes beside the steps is one fitted time, since no benchmark tells its parts apart."
          table={timeTable(estimate, row)}
        >
          <TimeChart bars={bars} slot={slots[row] ?? 1} />
        </ChartFrame>
      )}
    </div>
  );
}
