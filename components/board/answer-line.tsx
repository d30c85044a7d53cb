"use client";

import { FigureButton } from "@/components/planner/figure-button";
import type { Answer } from "@/lib/view/board/answer";
import type { PriceAge } from "@/lib/view/price-age";
import { priceAgeText } from "@/lib/view/price-age";

/** What is not simulated yet loses its colour, where that takes longer than a blink. */
const WAITING = "[&_.figure]:text-muted [&_.figure]:transition-colors [&_.figure]:delay-300";
const LATE = "transition-opacity delay-300 starting:opacity-0";

/** The answer: who keeps what is asked for least, what that costs, and how far the others are; or that nobody does. */
export function AnswerLine({ answer, age }: { answer: Answer; age: PriceAge | undefined }) {
  if (answer.kind === "none") {
    return (
      <div aria-live="polite" className="min-h-14">
        <p className="font-semibold text-xl leading-8">{answer.says}</p>
        <p className="min-h-5">{answer.because}</p>
      </div>
    );
  }
  const { token } = answer;
  return (
    <div className={`relative min-h-14 ${answer.open ? WAITING : ""}`}>
      {/* In the gap above, so that no line grows for it. */}
      {answer.open && (
        <p className={`absolute -top-4 right-0 text-muted text-xs max-md:hidden ${LATE}`}>
          What requests wait is being simulated
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-2 text-xl leading-8" aria-live="polite">
        <strong className="font-semibold">{answer.name}</strong> <span>{answer.says}</span>{" "}
        {answer.month && (
          <>
            <span className="text-muted">for</span>{" "}
            <FigureButton
              option={answer.index}
              address="monthlyCost"
              label="cost per month"
              className="font-semibold"
            >
              {answer.month}
            </FigureButton>
            <span className="text-muted">a month ·</span>{" "}
          </>
        )}
        <FigureButton
          option={answer.index}
          address="costPerToken"
          label="cost per million tokens"
          className="font-semibold"
        >
          <span title={token.full}>{token.text}</span>
        </FigureButton>
        <span className="text-base text-muted" title={token.basis}>
          ({token.low}–{token.high}
          <span className="text-xs">, 80 % range</span>)
        </span>
      </p>
      <p className="min-h-5 text-muted">
        {answer.others.join(" · ")}
        {answer.others.length > 0 && ` ${answer.compared}`}
        {age && (
          <>
            {answer.others.length > 0 && " · "}
            <span className={`whitespace-nowrap ${age.old ? "text-warn" : ""}`} suppressHydrationWarning>
              {priceAgeText(age)}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
