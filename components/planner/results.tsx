"use client";

import { cheapestOption, costBands } from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { seriesSlots } from "@/lib/view/palette";
import { standingOf } from "@/lib/view/standing";
import { Headline } from "./headline";
import { OptionCard } from "./option-card";
import { usePlanner } from "./planner-context";
import { isCurrent } from "./planner-state";
import { ResultTabs } from "./result-tabs";

/** Headline, a card an option, and the views; greyed while they lag behind the inputs. */
export function Results() {
  const { state } = usePlanner();
  const { estimate, cost, section, frozen } = state;
  const names = optionNames(estimate);
  const slots = seriesSlots(estimate.options.map((option) => option.accelerator.id));
  const bands = costBands(estimate, cost);
  const best = cheapestOption(estimate, cost);
  const drafts = Object.keys(state.drafts).length;
  const current = isCurrent(state);
  return (
    <div
      className="results mx-auto grid max-w-[90rem] grid-cols-1 gap-5 p-4 md:px-6 md:pt-3 md:pb-6"
      aria-busy={!current}
    >
      <p className="text-warn text-xs max-md:empty:hidden md:min-h-4" role="status">
        {drafts > 0 && "An input is not understood: these are the last results that were."}
        {drafts === 0 && !current && "Waiting for the catalog: these are the last results."}
      </p>
      <div
        className={`settles grid md:-mt-4 grid-cols-1 gap-5 ${current ? "" : "stale"} ${section === "compare" && !frozen ? "max-md:hidden" : ""}`}
      >
        <Headline />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(12.75rem,100%),1fr))] gap-3">
          {estimate.options.map((option, index) => (
            <OptionCard
              // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
              key={index}
              index={index}
              name={names[index] ?? ""}
              slot={slots.get(option.accelerator.id) ?? 1}
              band={bands[index] ?? null}
              standing={standingOf(estimate, index)}
              cheapest={best === index}
            />
          ))}
        </div>
      </div>
      <div
        className={`settles ${current ? "" : "stale"} ${section === "results" && !frozen ? "max-md:hidden" : ""}`}
      >
        <ResultTabs />
      </div>
    </div>
  );
}
