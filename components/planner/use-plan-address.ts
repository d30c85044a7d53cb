"use client";

import { type Dispatch, useEffect, useRef, useState } from "react";
import type { Addition } from "@/lib/scenario/addition";
import type { Scenario } from "@/lib/scenario/schema";
import {
  readDraft,
  takeLateFragment,
  takeTexts,
  writeDraft,
  writeLateFragment,
  writeTexts,
} from "./draft-store";
import { encodedAddition, encodedPlan, fragmentOf, tabIn } from "./plan-address";
import type { PlannerAction } from "./planner-action";
import { type PlannerState, resultTabs } from "./planner-state";

const WRITE_AFTER_MS = 250;

/**
 * Keeps the plan in the address and in this browser. On arrival the address wins, then the draft of the
 * last visit, then what the server sent; the draft is always one undo away. An address may also bring something to add
 * to that plan. A link that cannot be read says so and changes nothing.
 * @returns whether this visit brought a plan of its own in place of what the server drew
 */
export function usePlanAddress(
  {
    engine,
    scenario,
    estimated,
    tab,
    drafts,
  }: Pick<PlannerState, "engine" | "scenario" | "estimated" | "tab" | "drafts">,
  start: Scenario,
  /** Whether the draft in this browser is this tab's to write; the address always is. */
  ownsDraft: boolean,
  add: (addition: Addition) => void,
  dispatch: Dispatch<PlannerAction>,
  notify: (message: string) => void,
) {
  const restored = useRef(false);
  const [replaced, setReplaced] = useState(false);
  const [arrived, setArrived] = useState(false);
  const written = useRef(false);
  // A link that came with measurements keeps them while its plan is unchanged.
  const came = useRef("");

  useEffect(() => {
    if (!engine) return;
    const replace = (scenario: Scenario) => {
      if (!restored.current) setReplaced(true);
      dispatch({ type: "replace", scenario });
    };
    const openLink = () => {
      const added = encodedAddition(location.hash);
      if (added !== null) {
        const addition = engine.decodeAddition(added);
        // Added once: neither a reload nor the way back to this page does it again.
        history.replaceState(history.state, "", location.pathname);
        if (addition) add(addition);
        else notify("This link cannot be opened: it is damaged.");
        return;
      }
      const encoded = encodedPlan(location.hash);
      if (encoded === null) return;
      came.current = encoded;
      const reading = engine.decode(engine.whole(encoded, restored.current ? null : readDraft()));
      if (reading.ok) replace(reading.scenario);
      else notify(`This link cannot be opened: ${reading.errors[0]?.message}.`);
    };
    if (!restored.current) {
      const late = takeLateFragment();
      if (late !== null) history.replaceState(history.state, "", `${location.pathname}${late}`);
      const open = tabIn(location.hash);
      if (open) dispatch({ type: "tab", tab: open });
      const draft = readDraft();
      const link = encodedPlan(location.hash);
      const reading = draft && draft !== link ? engine.decode(draft) : null;
      if (reading?.ok) replace(reading.scenario);
      else if (reading && link === null)
        notify(`The plan kept in this browser cannot be opened: ${reading.errors[0]?.message}.`);
      openLink();
      for (const [path, text] of Object.entries(takeTexts())) dispatch({ type: "draft", path, draft: text });
      restored.current = true;
      setArrived(true);
    }
    addEventListener("hashchange", openLink);
    return () => removeEventListener("hashchange", openLink);
  }, [engine, add, dispatch, notify]);

  useEffect(() => {
    // The preset's numbers are never seen under another plan's inputs, whose records may still be on their way.
    if (arrived && estimated === scenario) delete document.documentElement.dataset.restoring;
  }, [arrived, estimated, scenario]);

  useEffect(() => {
    if (engine && restored.current) writeTexts(drafts);
  }, [engine, drafts]);

  useEffect(() => {
    const untouched = scenario === start;
    const sameTab = (tabIn(location.hash) ?? resultTabs[0]) === tab;
    if (!engine || (untouched && sameTab && !written.current)) return;
    const encoded = untouched ? null : engine.encode(scenario);
    const shown = encoded && engine.shownInTab(scenario, encoded, came.current);
    const fragment = fragmentOf(shown, tab);
    const write = () => {
      written.current = true;
      // A link that was only opened is no draft: it must not take the place of what another tab is at.
      if (fragment === location.hash && shown === encoded) return;
      const samePlan = encodedPlan(location.hash) === encoded;
      history.replaceState(history.state, "", `${location.pathname}${fragment}`);
      if (ownsDraft && !samePlan) writeDraft(encoded);
    };
    // A reload or a closed tab must not take the last keystrokes with it; by then the address no longer changes.
    writeLateFragment(fragment === location.hash ? null : fragment);
    const timer = setTimeout(write, WRITE_AFTER_MS);
    addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", write);
    };
  }, [engine, scenario, tab, start, ownsDraft]);
  return replaced;
}
