"use client";

import { Segmented } from "@/components/ui/segmented";
import { formatQuantity } from "@/lib/units";
import { type CostKind, cheapestOption, costQuantity, differenceTo, interval } from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { percent } from "@/lib/view/percent";
import { FigureButton } from "./figure-button";
import { usePlanner } from "./planner-context";

const kinds: readonly { value: CostKind; label: string }[] = [
  { value: "blended", label: "Blended" },
  { value: "input", label: "Input" },
  { value: "output", label: "Output" },
];

const titles: Record<CostKind, string> = {
  blended: "Cost per million tokens",
  input: "Cost per million input tokens",
  output: "Cost per million output tokens",
};

/** The one large number of the page: the cheapest option's cost, with its range. */
export function Headline() {
  const { state, dispatch } = usePlanner();
  const { estimate, cost, baseline } = state;
  const names = optionNames(estimate);
  const best = cheapestOption(estimate, cost);
  const option = best === null ? undefined : estimate.options[best];
  const found = option && interval(option, costQuantity[cost]);
  const anyFits = estimate.options.some(({ verdict }) => verdict.feasible);
  const difference = best === null ? null : differenceTo(estimate, best, baseline, costQuantity[cost]);
  const shown = found && formatQuantity(found.value, "USD/tok");
  const low = found && formatQuantity(found.low, "USD/tok");
  const high = found && formatQuantity(found.high, "USD/tok");
  return (
    <section
      aria-labelledby="headline"
      className="flex items-start justify-between gap-x-6 gap-y-2 max-md:flex-wrap"
    >
      <div className="min-w-0">
        <h2 id="headline" className="text-muted text-sm">
          {titles[cost]}
        </h2>
        <div className="flex min-h-12 flex-wrap items-baseline gap-x-4">
          {shown && found && best !== null ? (
            <>
              <FigureButton
                option={best}
                address={costQuantity[cost]}
                label={titles[cost]}
                className="font-semibold text-[40px] leading-12 tracking-tight"
              >
                <span title={shown.full}>{shown.number}</span>
              </FigureButton>
              <span className="text-base text-muted" title={found.basis}>
                <span className="sr-only">80 % range: </span>
                {low?.number} – {high?.number}
                <span className="ml-1.5 text-xs">80 % range</span>
              </span>
            </>
          ) : (
            <span className="font-semibold text-xl leading-12">
              {anyFits ? "No price is known" : "No option can run"}
            </span>
          )}
        </div>
        <p className="min-h-5 text-sm" aria-live="polite">
          {found && best !== null && (
            <>
              <strong className="font-semibold">{names[best]}</strong>
              {estimate.options.length > 1 && " is the cheapest"}
              {difference !== null && difference < 0 && (
                <span className="text-muted">
                  , {percent(-difference, 0)} below {names[baseline]}
                </span>
              )}
            </>
          )}
          {best === null &&
            (anyFits
              ? "Type what an accelerator costs an hour to see what a token costs."
              : "Each card below says why, and what would help.")}
        </p>
      </div>
      <Segmented
        label="Cost of which tokens"
        value={cost}
        choices={kinds}
        onChange={(value) => dispatch({ type: "cost", cost: value })}
      />
    </section>
  );
}
