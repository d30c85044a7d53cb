"use client";

import { useEffect, useRef } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import type { PlannerEngine } from "@/components/planner/planner-engine";
import type { Explained } from "@/components/planner/planner-state";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { Explanation, FigureId } from "@/lib/engine";
import { explainMonths } from "@/lib/money";
import { optionNames } from "@/lib/view/option-name";
import { explainSimulated } from "@/lib/view/simulated-explanation";
import { ExplanationBody } from "./explanation-body";
import { SavedValue } from "./saved-value";
import { useWayBack } from "./use-way-back";

type Props = { engine: PlannerEngine; explained: Explained };

/** Why a number is what it is, over the page, which stays as it is. Follows the inputs while it is open; Escape closes it and gives the focus back. */
export default function ExplanationDrawer({ engine, explained }: Props) {
  const { state, dispatch } = usePlanner();
  const panel = useRef<HTMLElement>(null);
  const { option, trail } = explained;
  const ofTopology = trail[0]?.startsWith("topologies.");
  const ofApi = trail[0]?.startsWith("apis.");
  // Months are computed from the estimate on the page; what they rest on is explained by the engine.
  const explain = (address: string): Explanation | undefined =>
    simulated(address)?.explanation ??
    (ofApi
      ? engine.explainApi(state.estimate, address)
      : ofTopology
        ? engine.explainTopology({ ...state.estimate, scenario: state.estimated }, state.records, address)
        : (explainMonths(state.estimate, option, address) ??
          engine.explain(
            state.estimated,
            state.records,
            option,
            address,
            state.estimate.options[option]?.operation?.patch,
          )));
  const simulated = (address: string) => explainSimulated(state.estimate, option, address, explain);
  const shown = explain(trail.at(-1) ?? "");
  const name = ofApi
    ? state.estimate.scenario.apis?.[option]?.provider
    : ofTopology
      ? state.estimate.topologies?.[option]?.name
      : optionNames(state.estimate)[option];

  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  useWayBack(() => dispatch({ type: "close-explanation" }));

  const depth = trail.length;
  useEffect(() => {
    if (depth > 0) panel.current?.scrollTo({ top: 0 });
  }, [depth]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label="Explanation"
      className="fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-y-auto rounded-t-xl border-line border-t bg-surface p-4 shadow-[0_-8px_32px_var(--shadow)] outline-none md:top-12 md:right-0 md:bottom-0 md:left-auto md:max-h-none md:w-[380px] md:rounded-none md:border-t-0 md:border-l md:shadow-[-8px_0_32px_var(--shadow)]"
    >
      <div className="mb-3 flex items-center gap-1">
        {depth > 1 && (
          <IconButton label="Back" onClick={() => dispatch({ type: "explain-back", depth: depth - 1 })}>
            <Icon name="back" />
          </IconButton>
        )}
        <h2 className="min-w-0 grow truncate text-muted">{name}</h2>
        <IconButton label="Close the explanation" onClick={() => dispatch({ type: "close-explanation" })}>
          <Icon name="close" />
        </IconButton>
      </div>
      {depth > 1 && (
        <nav aria-label="Way down to this number" className="mb-3 text-xs">
          <ol className="flex flex-wrap items-center gap-x-1">
            {trail.slice(0, -1).map((address, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one quantity may stand at several depths
              <li key={index} className="flex items-center gap-x-1">
                <button
                  type="button"
                  onClick={() => dispatch({ type: "explain-back", depth: index + 1 })}
                  className="touch text-accent hover:underline"
                >
                  {explain(address)?.label ?? address}
                </button>
                <span aria-hidden="true" className="text-muted">
                  ›
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {shown && depth === 1 && shown.origin.kind !== "simulated" && (
        <SavedValue engine={engine} explained={explained} value={shown.value} unit={shown.unit} />
      )}
      {shown ? (
        <ExplanationBody
          explanation={shown}
          range={
            ofTopology || ofApi
              ? undefined
              : (simulated(shown.address)?.range ??
                state.estimate.options[option]?.ranges[shown.id as FigureId])
          }
          sources={state.records.sources}
          onOpen={(address) => dispatch({ type: "explain-input", quantity: address })}
        />
      ) : (
        <p className="text-muted">This number is not part of the plan any more.</p>
      )}
    </aside>
  );
}
