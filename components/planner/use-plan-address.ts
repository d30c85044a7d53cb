"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { Scenario } from "@/lib/scenario/schema";
import { readDraft, writeDraft } from "./draft-store";
import { encodedPlan, FRAGMENT } from "./plan-address";
import type { PlannerAction } from "./planner-action";
import type { PlannerEngine } from "./planner-engine";

const WRITE_AFTER_MS = 250;

/**
 * Keeps the plan in the address and in this browser. On arrival the address wins, then the draft of the
 * last visit, then what the server sent. A link that cannot be read says so and changes nothing.
 */
export function usePlanAddress(
  engine: PlannerEngine | null,
  scenario: Scenario,
  start: Scenario,
  dispatch: Dispatch<PlannerAction>,
  notify: (message: string) => void,
) {
  const restored = useRef(false);

  useEffect(() => {
    if (!engine) return;
    const open = (encoded: string, kind: "link" | "draft") => {
      const reading = engine.decode(encoded);
      if (reading.ok) dispatch({ type: "replace", scenario: reading.scenario });
      else if (kind === "link") notify(`This link cannot be opened: ${reading.errors[0]?.message}.`);
    };
    const fromLink = () => {
      const encoded = encodedPlan(location.hash);
      if (encoded !== null) open(encoded, "link");
    };
    if (!restored.current) {
      restored.current = true;
      const draft = encodedPlan(location.hash) === null ? readDraft() : null;
      if (draft) open(draft, "draft");
      else fromLink();
      delete document.documentElement.dataset.restoring;
    }
    addEventListener("hashchange", fromLink);
    return () => removeEventListener("hashchange", fromLink);
  }, [engine, dispatch, notify]);

  useEffect(() => {
    if (!engine || !restored.current || scenario === start) return;
    const timer = setTimeout(() => {
      const encoded = engine.encode(scenario);
      history.replaceState(history.state, "", `${location.pathname}${FRAGMENT}${encoded}`);
      writeDraft(encoded);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, scenario, start]);
}
