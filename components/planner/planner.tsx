"use client";

import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { NarrowFooter } from "@/components/site-nav";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { MAIN } from "@/components/ui/skip-link";
import type { Addition } from "@/lib/scenario/addition";
import { FoldButton } from "../board/fold-button";
import { useSimulation } from "../board/use-simulation";
import { replayEarlyEvents } from "./early-events";
import { InputsPanel } from "./inputs-panel";
import { NarrowStrip } from "./narrow-strip";
import { Notice } from "./notice";
import type { PickerLists } from "./picker-item";
import { PlannerContext } from "./planner-context";
import { Results } from "./results";
import { TopBar } from "./top-bar";
import { useEngine } from "./use-engine";
import { useMissingRecords } from "./use-missing-records";
import { useOtherTab } from "./use-other-tab";
import { usePlanAddress } from "./use-plan-address";
import { type PlannerStart, usePlannerState } from "./use-planner-state";

const OtherTabNotice = lazy(() => import("./other-tab-notice"));
const TakeAddition = lazy(() => import("./take-addition"));
const ComposeTopologies = lazy(() => import("../topologies/compose-topologies"));
const Shortcuts = lazy(() => import("./shortcuts"));
const ExplanationDrawer = lazy(() => import("../explain/explanation-drawer"));

/** The planner: inputs on the left, results in the middle, the explanation of a number on the right. */
export function Planner({ start, lists }: { start: PlannerStart; lists: PickerLists }) {
  const [state, dispatch] = usePlannerState(start);
  const [notice, setNotice] = useState<string | null>(null);
  useEngine(dispatch, setNotice);
  const other = useOtherTab(state.engine, state.scenario);
  const [addition, setAddition] = useState<Addition | null>(null);
  const onTaken = useCallback(() => setAddition(null), []);
  const replaced = usePlanAddress(state, start.scenario, !other.offered, setAddition, dispatch, setNotice);
  // Parts whose code is still on its way would take over the server's HTML, which is of another plan then.
  const drawn = replaced ? "here" : "by the server";
  useSimulation(state, dispatch);
  useMissingRecords(state, dispatch, setNotice);
  useEffect(replayEarlyEvents, []);
  const [folded, setFolded] = useState(false);
  const hidden = (section: string) => (state.section === section ? "" : "max-md:hidden");
  return (
    <PlannerContext value={{ state, dispatch }}>
      <div className="flex min-h-dvh flex-col max-md:pt-[9.0625rem]">
        <TopBar />
        <NarrowStrip />
        <div
          data-open={folded ? undefined : ""}
          className={`group/plan grid grow ${folded ? "" : "md:grid-cols-[320px_minmax(0,1fr)] wide:grid-cols-[360px_minmax(0,1fr)]"}`}
        >
          <aside
            aria-label="Inputs"
            className={`border-line bg-surface md:sticky md:top-12 md:h-[calc(100dvh-3rem)] md:overflow-y-auto md:border-r ${hidden("inputs")} ${folded ? "md:hidden" : ""}`}
          >
            <InputsPanel key={drawn} lists={lists} start={start.scenario} />
          </aside>
          <main
            id={MAIN}
            tabIndex={-1}
            className={`min-w-0 ${state.section === "inputs" ? "max-md:hidden" : ""}`}
          >
            {notice && (
              <Notice
                actions={
                  <IconButton label="Dismiss" onClick={() => setNotice(null)}>
                    <Icon name="close" />
                  </IconButton>
                }
              >
                {notice}
              </Notice>
            )}
            {other.scenario && (
              <Suspense>
                <OtherTabNotice other={other} onLoad={(scenario) => dispatch({ type: "change", scenario })} />
              </Suspense>
            )}
            <Results key={drawn} lists={lists} fold={<FoldButton folded={folded} onFold={setFolded} />} />
          </main>
          {state.engine && (
            <Suspense>
              <Shortcuts />
            </Suspense>
          )}
          {addition && (
            <Suspense>
              <TakeAddition addition={addition} onTaken={onTaken} notify={setNotice} />
            </Suspense>
          )}
          {state.scenario.topologies && (
            <Suspense>
              <ComposeTopologies />
            </Suspense>
          )}
          {state.explained && state.engine && (
            <Suspense>
              <ExplanationDrawer engine={state.engine} explained={state.explained} />
            </Suspense>
          )}
        </div>
        <NarrowFooter current="planner" />
      </div>
    </PlannerContext>
  );
}
