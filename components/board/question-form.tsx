"use client";

import { lazy, Suspense, useEffect, useId, useRef } from "react";
import { FieldControl } from "@/components/planner/field-control";
import type { PickerLists } from "@/components/planner/picker-item";
import { usePlanner } from "@/components/planner/planner-context";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { presetOf } from "@/lib/scenario/preset-workload";
import { type QuestionPart, questionPaths } from "@/lib/view/board/question";

const LengthsSource = lazy(() => import("./lengths-source"));

const titles: Record<QuestionPart, string> = {
  model: "Which model",
  traffic: "How much is asked",
  lengths: "How long requests are",
  goals: "What must hold",
  money: "Where and how it is paid",
};

type Props = { part: QuestionPart; lists: PickerLists; onClose: () => void };

/**
 * The small form of one part of the question. It lies over the page, so nothing moves when it opens: over the settings
 * where these are open, which say the same, else below the answer that it changes. A phone has that in its strip.
 */
export default function QuestionForm({ part, lists, onClose }: Props) {
  const { state } = usePlanner();
  const form = useRef<HTMLFormElement>(null);
  // Who opened it by key goes on in it; the button that did stands right before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another form
  useEffect(() => {
    // The first of its fields, which stand after the button that closes it; a list of records opens to be searched.
    const first = form.current?.querySelector<HTMLElement>("input, select, button[aria-haspopup=listbox]");
    first?.focus({ preventScroll: true });
    if (first?.matches("button")) first.click();
  }, [part]);
  return (
    <form
      ref={form}
      aria-label={titles[part]}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="absolute top-full left-0 z-30 mt-2 w-96 max-w-full rounded-lg border border-line bg-surface p-4 shadow-[0_8px_32px_var(--shadow)] md:mt-26 md:group-data-open/plan:top-0 md:group-data-open/plan:right-full md:group-data-open/plan:left-auto md:group-data-open/plan:mt-0 md:group-data-open/plan:mr-10 md:group-data-open/plan:w-76 md:group-data-open/plan:max-w-none wide:group-data-open/plan:w-[21.5rem]"
    >
      <div className="mb-2 flex items-center justify-between">
        <h3 className="font-semibold">{titles[part]}</h3>
        <IconButton label="Close" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      <div className="grid grid-cols-2 gap-x-2 gap-y-2.5">
        {part === "lengths" && (
          <Suspense>
            <LengthsSource lists={lists} />
          </Suspense>
        )}
        {part === "traffic" && <AudioHours lists={lists} />}
        {questionPaths(part, state.scenario).map((path) => (
          <FieldControl key={path} path={path} lists={lists} paired={false} />
        ))}
      </div>
    </form>
  );
}

/** The same load in hours of sound a day, where the lengths are those of transcription. */
function AudioHours({ lists }: Pick<Props, "lists">) {
  const { state, dispatch } = usePlanner();
  const id = useId();
  const { scenario } = state;
  const perHour = presetOf(scenario, lists.presets)?.perHourOfAudio;
  if (!perHour || scenario.traffic.load !== "requests") return null;
  const path = "traffic.requestsPerDay";
  return (
    <label htmlFor={id} className="col-span-2 flex items-center justify-between gap-2">
      Hours of sound a day
      <input
        id={id}
        type="number"
        min={1}
        value={Math.round(scenario.traffic.requestsPerDay / perHour)}
        onChange={({ currentTarget }) => {
          const hours = Number(currentTarget.value);
          if (hours > 0) dispatch({ type: "set", path, value: hours * perHour, at: Date.now() });
        }}
        className="control w-28 py-1 pr-2 pl-2 text-right"
      />
    </label>
  );
}
