"use client";

import { lazy, Suspense } from "react";
import { Icon } from "@/components/ui/icon";
import { Quantity } from "@/components/ui/quantity";
import { Swatch } from "@/components/ui/swatch";
import { type Band, costQuantity, differenceTo, interval } from "@/lib/view/headline";
import { seriesColor } from "@/lib/view/palette";
import { hasGoals, type Standing, standingLabel } from "@/lib/view/standing";
import { BaselineDifference } from "./baseline-difference";
import { CardFigureList } from "./card-figure-list";
import { FigureButton } from "./figure-button";
import { usePlanner } from "./planner-context";
import { RangeBand } from "./range-band";

// Most plans have no goals and fit: what says otherwise is loaded where it is needed.
const GoalNote = lazy(() => import("./goal-note"));
const InfeasibleNotice = lazy(() => import("./infeasible-notice"));
// It asks the server, so it is no part of the first answer.
const NearestNote = lazy(async () => {
  const { NearestNote: note } = await import("@/components/accuracy/nearest-note");
  return { default: note };
});

type Props = {
  index: number;
  name: string;
  slot: number;
  band: Band | null;
  standing: Standing;
  cheapest: boolean;
};

/** A tick stands for an option that keeps every goal, and for no other. */
const marks = {
  kept: { icon: "check", look: "text-good" },
  doubtful: { icon: "warn", look: "text-warn" },
  missed: { icon: "cross", look: "text-bad" },
  refused: { icon: "cross", look: "text-bad" },
} as const;

/** One hardware option: what a token costs on it, how fast it is, and whether it fits. */
export function OptionCard({ index, name, slot, band, standing, cheapest }: Props) {
  const { state, dispatch } = usePlanner();
  const option = state.estimate.options[index];
  if (!option) return null;
  const quantity = costQuantity[state.cost];
  const cost = interval(option, quantity);
  const { verdict } = option;
  return (
    <article
      aria-label={name}
      className="@container flex min-w-0 flex-col rounded-lg border border-line bg-surface px-3.5 py-3"
    >
      <div className="flex @max-[15rem]:min-h-10 items-start gap-2">
        <span className="flex h-5 items-center">
          <Swatch slot={slot} />
        </span>
        <h3 className="wrap-anywhere min-w-0 grow font-semibold text-sm leading-5">{name}</h3>
        <span
          className={`inline-flex shrink-0 items-center gap-0.5 text-xs leading-5 ${marks[standing.kind].look}`}
        >
          <Icon name={marks[standing.kind].icon} className="h-4 w-4 @max-[15rem]:hidden" />
          {standingLabel(standing, option, { cheapest, goals: hasGoals(state.estimate) })}
        </span>
      </div>
      {!verdict.feasible && (
        <Suspense fallback={<p className="mt-3 rounded-md bg-bad-soft p-3">{verdict.message}</p>}>
          <InfeasibleNotice
            verdict={verdict}
            frozen={state.frozen}
            onRepair={(patch) => dispatch({ type: "patch-option", option: index, patch })}
          />
        </Suspense>
      )}
      {verdict.feasible && (
        <>
          {standing.doubts.map(({ text }) => (
            <p key={text} className="mt-2 rounded-md bg-warn-soft px-2 py-1 text-warn text-xs">
              {text}.
            </p>
          ))}
          <div className="relative mt-1.5 flex min-h-9 items-baseline justify-between gap-2">
            {cost ? (
              <>
                <FigureButton
                  option={index}
                  address={quantity}
                  label={`cost on ${name}`}
                  className="font-semibold text-2xl leading-9 tracking-tight after:absolute after:inset-0 [&_.text-muted]:text-sm"
                >
                  <Quantity value={cost.value} unit="USD/tok" />
                </FigureButton>
                <BaselineDifference
                  value={differenceTo(state.estimate, index, state.baseline, quantity)}
                  isBaseline={index === state.baseline && state.estimate.options.length > 1}
                />
              </>
            ) : (
              <p className="text-warn">No price is known. Type one to see the cost.</p>
            )}
          </div>
          {band && <RangeBand band={band} color={seriesColor(slot)} />}
          <CardFigureList option={option} index={index} name={name} />
          {option.goodput && (
            <Suspense fallback={<div className="mt-2 min-h-8 border-line border-t pt-2" />}>
              <GoalNote goodput={option.goodput} standing={standing} name={name} />
            </Suspense>
          )}
          {option.notes
            .filter(({ text }) => !standing.doubts.some((doubt) => doubt.text === text))
            .map(({ text }) => (
              <p key={text} className="mt-2 text-muted text-xs">
                {text}
              </p>
            ))}
          {!state.frozen && (
            <div className="mt-2 min-h-16 md:min-h-20">
              {state.engine && (
                <Suspense>
                  <NearestNote scenario={state.estimated} option={index} />
                </Suspense>
              )}
            </div>
          )}
          {cost && index !== state.baseline && (
            <button
              type="button"
              onClick={() => dispatch({ type: "baseline", option: index })}
              className="touch mt-auto self-start pt-2 text-accent text-xs hover:underline"
            >
              Make this the baseline<span className="sr-only">: {name}</span>
            </button>
          )}
        </>
      )}
    </article>
  );
}
