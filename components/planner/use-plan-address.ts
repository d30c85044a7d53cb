"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { Scenario } from "@/lib/scenario/schema";
import { readDraft, writeDraft } from "./draft-store";
import { encodedPlan, FRAGMENT } from "./plan-address";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";

const WRITE_AFTER_MS = 250;

/**
 * Keeps the plan in the address and in this browser. On arrival the address wins, then the draft of the
 * last visit, then what the server sent. A link that cannot be read says so and changes nothing.
 */
export function usePlanAddress(
  { engine, scenario }: Pick<PlannerState, "engine" | "scenario">,
  start: Scenario,
  /** Whether the draft in this browser is this tab's to write; the address always is. */
  ownsDraft: boolean,
  dispatch: Dispatch<PlannerAction>,
  notify: (message: string) => void,
) {
  const restored = useRef(false);
  const written = useRef(false);

  useEffect(() => {
    if (!engine) return;
    const openLink = () => {
      const encoded = encodedPlan(location.hash);
      if (encoded === null) return;
      const reading = engine.decode(encoded);
      if (reading.ok) dispatch({ type: "replace", scenario: reading.scenario });
      else notify(`This link cannot be opened: ${reading.errors[0]?.message}.`);
    };
    if (!restored.current) {
      restored.current = true;
      const draft = encodedPlan(location.hash) === null ? readDraft() : null;
      const reading = draft ? engine.decode(draft) : null;
      if (reading?.ok) dispatch({ type: "replace", scenario: reading.scenario });
      else openLink();
      delete document.documentElement.dataset.restoring;
    }
    addEventListener("hashchange", openLink);
    return () => removeEventListener("hashchange", openLink);
  }, [engine, dispatch, notify]);

  useEffect(() => {
    const untouched = scenario === start;
    if (!engine || (untouched && !written.current)) return;
    const timer = setTimeout(() => {
      written.current = true;
      const encoded = untouched ? null : engine.encode(scenario);
      const fragment = encoded === null ? "" : `${FRAGMENT}${encoded}`;
      // A link that was only opened is no draft: it must not take the place of what another tab is at.
      if (fragment === location.hash) return;
      history.replaceState(history.state, "", `${location.pathname}${fragment}`);
      if (ownsDraft) writeDraft(encoded);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, scenario, start, ownsDraft]);
}
