"use client";

import { SiteNav } from "@/components/site-nav";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import type { Scenario } from "@/lib/scenario/schema";
import { seriesSlots } from "@/lib/view/palette";
import { ChoiceSelect } from "./choice-select";
import { choicePaths, numberPaths } from "./form-paths";
import { FormatSelect } from "./format-select";
import { NumberRow } from "./number-row";
import { OptionEditor } from "./option-editor";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { RecordPicker } from "./record-picker";

const heading = "font-semibold text-muted text-xs uppercase tracking-wide";

const advanced = [
  ...numberPaths("workload", true),
  ...numberPaths("serving", true),
  ...numberPaths("finance", false),
  ...numberPaths("finance", true),
];

/** Everything a person can change about a plan. */
export function InputsPanel({ lists, start }: { lists: PickerLists; start: Scenario }) {
  const { state, dispatch } = usePlanner();
  const { workload, serving, options } = state.scenario;
  const set = (path: string, value: unknown) => dispatch({ type: "set", path, value, at: Date.now() });
  const slots = seriesSlots(options.map((option) => option.accelerator));
  const last = options.at(-1);
  return (
    <form className="grid gap-5 p-4" onSubmit={(event) => event.preventDefault()}>
      <section aria-labelledby="workload" className="grid gap-2.5">
        <h2 id="workload" className={heading}>
          Workload
        </h2>
        <RecordPicker
          label="Model"
          showFacts
          value={workload.model}
          chosen={lists.models.find((item) => item.id === workload.model)}
          items={lists.models}
          onChange={(id) => set("workload.model", id)}
        />
        {numberPaths("workload", false).map((path) => (
          <NumberRow key={path} path={path} />
        ))}
      </section>
      <section aria-labelledby="serving" className="grid gap-2.5">
        <h2 id="serving" className={heading}>
          Serving
        </h2>
        <div className="grid grid-cols-2 gap-2">
          <FormatSelect
            id="serving-weights"
            use="weights"
            label="Weights"
            value={serving.weights}
            onChange={(value) => set("serving.weights", value)}
          />
          <FormatSelect
            id="serving-kv"
            use="kv"
            label="KV cache"
            value={serving.kvCache}
            onChange={(value) => set("serving.kvCache", value)}
          />
        </div>
        <div className="grid grid-cols-2 gap-2">
          {choicePaths("serving").map(({ path, field }) => (
            <ChoiceSelect key={path} path={path} field={field} />
          ))}
        </div>
        {numberPaths("serving", false).map((path) => (
          <NumberRow key={path} path={path} />
        ))}
      </section>
      <section aria-labelledby="hardware" className="grid gap-2.5">
        <div className="flex items-baseline justify-between">
          <h2 id="hardware" className={heading}>
            Hardware
          </h2>
          <span className="text-muted text-xs">
            {options.length} of {MAX_OPTIONS} options
          </span>
        </div>
        <ul className="grid gap-2">
          {options.map((option, index) => (
            <OptionEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: two equal options are told apart by their place alone
              key={index}
              index={index}
              slot={slots.get(option.accelerator) ?? 1}
              lists={lists}
            />
          ))}
        </ul>
        <Button
          disabled={options.length >= MAX_OPTIONS}
          onClick={() =>
            last && dispatch({ type: "add-option", accelerator: nextAccelerator(lists, options) })
          }
        >
          <Icon name="plus" />
          Add an option
        </Button>
      </section>
      <details className="group border-line border-t pt-3">
        <summary className={`${heading} touch flex items-center gap-1 hover:text-text`}>
          <Icon name="chevron" className="-ml-1 transition-transform group-open:rotate-90" />
          Advanced
        </summary>
        <div className="mt-2.5 grid gap-2.5">
          {advanced.map((path) => (
            <NumberRow key={path} path={path} />
          ))}
        </div>
      </details>
      <Button
        look="quiet"
        className="justify-self-start"
        disabled={state.scenario === start}
        onClick={() => dispatch({ type: "replace", scenario: start })}
      >
        Start over
      </Button>
      <div className="border-line border-t pt-3 md:hidden">
        <SiteNav current="planner" />
      </div>
    </form>
  );
}

/** A new option starts with an accelerator that is not compared yet. */
function nextAccelerator(lists: PickerLists, options: readonly { accelerator: string }[]): string {
  const used = new Set(options.map((option) => option.accelerator));
  return (lists.accelerators.find((item) => !used.has(item.id)) ?? lists.accelerators[0])?.id ?? "";
}
