"use client";

import { Segmented } from "@/components/ui/segmented";
import type { Estimate } from "@/lib/engine";
import { formatQuantity } from "@/lib/units";
import { today } from "@/lib/view/catalog/age";
import {
  type CostKind,
  cheapestOption,
  cheapestRunning,
  costQuantity,
  differenceTo,
  interval,
} from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { percent } from "@/lib/view/percent";
import { priceAge, priceAgeText } from "@/lib/view/price-age";
import { hasGoals, missedText, standingOf } from "@/lib/view/standing";
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
  const anyway = cheapestRunning(estimate, cost);
  const goals = hasGoals(estimate);
  const difference = best === null ? null : differenceTo(estimate, best, baseline, costQuantity[cost]);
  const age = option && priceAge(option, today());
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
            <span className="font-semibold text-xl leading-12">{noAnswer(estimate, anyway)}</span>
          )}
        </div>
        <p className="min-h-5 text-sm" aria-live="polite">
          {found && best !== null ? (
            <>
              <strong className="font-semibold">{names[best]}</strong>
              {goals
                ? " is the cheapest that keeps the goals"
                : estimate.options.length > 1 && " is the cheapest"}
              {difference !== null && difference < 0 && (
                <span className="text-muted">
                  , {percent(-difference, 0)} below {names[baseline]}
                </span>
              )}
              {age && (
                <span className={age.old ? "text-warn" : "text-muted"} suppressHydrationWarning>
                  , {priceAgeText(age)}
                </span>
              )}
            </>
          ) : (
            <NoAnswer estimate={estimate} cost={cost} anyway={anyway} />
          )}
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

/** What stands in the place of the large number when no option may have it. */
function noAnswer({ options }: Estimate, anyway: number | null): string {
  if (!options.some(({ verdict }) => verdict.feasible)) return "No option can run";
  return anyway === null ? "No price is known" : "No option keeps what is asked";
}

type NoAnswerProps = { estimate: Estimate; cost: CostKind; anyway: number | null };

/** What to do when there is no cheapest option: the one that comes nearest, or where to look. */
function NoAnswer({ estimate, cost, anyway }: NoAnswerProps) {
  const option = anyway === null ? undefined : estimate.options[anyway];
  const found = option && interval(option, costQuantity[cost]);
  if (anyway !== null && found) {
    const { number, unit } = formatQuantity(found.value, "USD/tok");
    const standing = standingOf(estimate, anyway);
    const but = missedText(standing) || standing.doubts[0]?.short.toLowerCase();
    return `${optionNames(estimate)[anyway]} costs least, ${number} ${unit}, but ${but}.`;
  }
  return estimate.options.some(({ verdict }) => verdict.feasible)
    ? "Type what an accelerator costs an hour to see what a token costs."
    : "Each card below says why, and what would help.";
}
