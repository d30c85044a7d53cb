"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { AnswerLine } from "@/components/board/answer-line";
import { BoardTable } from "@/components/board/board-table";
import { QuestionBar } from "@/components/board/question-bar";
import type { Scenario } from "@/lib/scenario/schema";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import { today } from "@/lib/view/catalog/age";
import { seriesSlots } from "@/lib/view/palette";
import { priceAge } from "@/lib/view/price-age";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { isCurrent } from "./planner-state";
import { ResultTabs } from "./result-tabs";

const NotUnderstood = lazy(() => import("@/components/board/not-understood"));
const BoardFile = lazy(() => import("@/components/board/board-file"));
const ScaledLines = lazy(() => import("@/components/board/scaled-lines"));
const NoAnswer = lazy(() => import("@/components/board/no-answer"));
const BoardFrontier = lazy(() => import("@/components/board/board-frontier"));

type Props = { lists?: PickerLists; fold?: ReactNode; under?: ReactNode; below?: ReactNode };

/**
 * The answer board: the question, the answer, the ranked table with the frontier beside it, and the details of the
 * chosen row; greyed while it lags behind the inputs. `lists` are of the planner, `fold` puts its settings away: a saved
 * plan's question stands still, and has what its answer stands on `under` it, and what was assumed `below` the table.
 */
export function Results({ lists, fold, under, below }: Props) {
  const { state } = usePlanner();
  const { estimate, section, frozen } = state;
  const [hovered, setHovered] = useState<number | null>(null);
  const slots = seriesSlots(estimate.options.map((option) => option.accelerator.id));
  const board = boardOf(estimate);
  const answer = answerOf(estimate, board);
  const chosen = state.row ?? answer.index ?? 0;
  const named = answer.index === null ? undefined : estimate.options[answer.index];
  const drafted = Object.keys(state.drafts).length > 0;
  const current = isCurrent(state);
  const seen = (shown: "results" | "compare") => (section !== shown && !frozen ? "max-md:hidden" : "");
  return (
    <div
      className="results mx-auto grid max-w-[96rem] grid-cols-1 gap-4 p-4 md:px-6 md:pt-3 md:pb-6"
      aria-busy={!current}
    >
      {lists && (
        <div className={`flex items-start gap-1 ${seen("results")}`}>
          {fold}
          <QuestionBar lists={lists} />
        </div>
      )}
      <p className="-my-2 text-warn text-xs max-md:empty:hidden md:min-h-4" role="status">
        {drafted && (
          <Suspense>
            <NotUnderstood drafts={state.drafts} />
          </Suspense>
        )}
        {!drafted && !current && "Waiting for the catalog: these are the last results."}
      </p>
      <div
        className={`settles @container grid grid-cols-1 gap-3 ${current ? "" : "stale"} ${seen("results")}`}
      >
        <section aria-labelledby="answer">
          <h2 id="answer" className="sr-only">
            The answer
          </h2>
          <AnswerLine answer={answer} age={named && priceAge(named, today())} />
          {answer.kind === "found" && scales(estimate.scenario) && (
            <Suspense>
              <ScaledLines estimate={estimate} rows={board.kept.map(({ index }) => index)} compared />
            </Suspense>
          )}
          {answer.kind === "none" && (
            <Suspense>
              <NoAnswer estimate={estimate} board={board} nearest={answer.index} />
            </Suspense>
          )}
        </section>
        {under}
        <div
          className={`overflow-hidden rounded-lg border border-line bg-line ${frozen ? "grid grid-cols-1" : "flex flex-wrap"} gap-px`}
        >
          {/* The chart stands beside the table where there is room for both; what is left is the table's, whose lines it keeps whole. */}
          <section
            aria-label="Options"
            className="min-w-0 max-w-full grow-[40] basis-[min-content] overflow-x-auto bg-surface min-[1800px]:grow-[8]"
          >
            <BoardTable
              estimate={estimate}
              board={board}
              slots={slots}
              chosen={chosen}
              onHover={setHovered}
            />
            <Suspense fallback={<div className="min-h-[49px] max-md:min-h-[121px]" />}>
              <BoardFile estimate={estimate} finds={lists !== undefined} />
            </Suspense>
          </section>
          <section
            aria-label="Cost against speed"
            className="@container min-w-0 grow-[5] basis-80 bg-surface p-3"
          >
            {/* As high as the chart will be, so that nothing below moves once it is drawn. */}
            <div className={frozen ? "@2xl:min-h-[324px] min-h-[358px]" : "@2xl:min-h-[380px] min-h-[432px]"}>
              {state.engine && (
                <Suspense>
                  {/* A saved plan is swept by today's engine, which reads its scenario as today's schema does. */}
                  <BoardFrontier
                    estimate={frozen ? { ...estimate, scenario: state.scenario } : estimate}
                    hovered={hovered}
                  />
                </Suspense>
              )}
            </div>
          </section>
        </div>
      </div>
      {below}
      <div className={`settles ${current ? "" : "stale"} ${seen("compare")}`}>
        <ResultTabs row={chosen} />
      </div>
    </div>
  );
}

/** Whether replicas follow the load. */
const scales = ({ traffic: { scaleTarget, scaleWait } }: Scenario): boolean =>
  (scaleTarget ?? scaleWait) !== undefined;
