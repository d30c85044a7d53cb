"use client";

import { HelpTip } from "@/components/ui/help-tip";
import { Icon } from "@/components/ui/icon";
import { bindingLabels } from "@/lib/view/compare";
import { type Band, costQuantity, differenceTo, interval } from "@/lib/view/headline";
import { seriesColor } from "@/lib/view/palette";
import { cardFigures } from "./card-figures";
import { FigureButton } from "./figure-button";
import { InfeasibleNotice } from "./infeasible-notice";
import { usePlanner } from "./planner-context";
import { RangeBand } from "./range-band";

type Props = { index: number; name: string; slot: number; band: Band | null; cheapest: boolean };

/** One hardware option: what a token costs on it, how fast it is, and whether it fits. */
export function OptionCard({ index, name, slot, band, cheapest }: Props) {
  const { state, dispatch } = usePlanner();
  const option = state.estimate.options[index];
  if (!option) return null;
  const quantity = costQuantity[state.cost];
  const cost = interval(option, quantity);
  const difference = differenceTo(state.estimate, index, state.baseline, quantity);
  const color = seriesColor(slot);
  return (
    <article
      aria-label={name}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4"
      style={{ borderTop: `3px solid ${color}` }}
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 font-semibold text-base">{name}</h3>
        <span className="shrink-0 text-xs">
          {option.verdict.feasible ? (
            <span className="inline-flex items-center gap-0.5 text-good">
              <Icon name="check" className="h-4 w-4" />
              {cheapest ? "Cheapest" : "Fits"}
            </span>
          ) : (
            <span className="inline-flex items-center gap-0.5 text-bad">
              <Icon name="cross" className="h-4 w-4" />
              Does not fit
            </span>
          )}
        </span>
      </div>
      {!option.verdict.feasible && (
        <InfeasibleNotice
          verdict={option.verdict}
          onRepair={(patch) => dispatch({ type: "patch-option", option: index, patch })}
        />
      )}
      {cost && (
        <>
          <div className="mt-2 flex items-baseline justify-between gap-2">
            <FigureButton
              option={index}
              quantity={quantity}
              value={cost.value}
              unit="USD/tok"
              label={`cost on ${name}`}
              className="font-semibold text-2xl leading-8 tracking-tight [&_.text-muted]:text-sm"
            />
            <Difference value={difference} isBaseline={index === state.baseline} />
          </div>
          {band && <RangeBand band={band} color={color} />}
          <dl className="mt-2 grid gap-y-px">
            {cardFigures.map((figure) => {
              const value = option.figures[figure.id];
              return (
                <div
                  key={figure.id}
                  className="relative flex min-h-6 items-center justify-between gap-2 max-md:min-h-11"
                >
                  <dt className="flex items-center text-muted">
                    {figure.label}
                    <HelpTip about={figure.label}>{figure.help}</HelpTip>
                  </dt>
                  <dd className="text-right">
                    {value === undefined ? (
                      "–"
                    ) : (
                      <FigureButton
                        option={index}
                        quantity={figure.id}
                        value={value}
                        unit={figure.unit}
                        label={`${figure.label} on ${name}`}
                      />
                    )}
                  </dd>
                </div>
              );
            })}
            <div className="relative flex min-h-6 items-center justify-between gap-2 max-md:min-h-11">
              <dt className="flex items-center text-muted">
                Bound by
                <HelpTip about="what bounds it">
                  What takes most of the time of a decode step: improve this first.
                </HelpTip>
              </dt>
              <dd className="text-right">{bindingLabels[option.binding]}</dd>
            </div>
          </dl>
        </>
      )}
      {state.estimate.options.length > 1 && index !== state.baseline && cost && (
        <button
          type="button"
          onClick={() => dispatch({ type: "baseline", option: index })}
          className="touch mt-auto self-start pt-2 text-accent text-xs hover:underline"
        >
          Make this the baseline<span className="sr-only">: {name}</span>
        </button>
      )}
    </article>
  );
}

/** How much dearer or cheaper than the baseline, with a sign and a word: colour only repeats it. */
function Difference({ value, isBaseline }: { value: number | null; isBaseline: boolean }) {
  if (isBaseline) return <span className="text-muted text-xs">baseline</span>;
  if (value === null) return null;
  const percent = Math.round(Math.abs(value) * 100);
  if (percent === 0) return <span className="text-muted text-xs">same as baseline</span>;
  return (
    <span className={`whitespace-nowrap font-medium text-sm ${value < 0 ? "text-good" : "text-bad"}`}>
      {value < 0 ? "−" : "+"}
      {percent} %<span className="sr-only"> against the baseline</span>
    </span>
  );
}
