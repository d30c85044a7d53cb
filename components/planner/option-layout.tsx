"use client";

import { lazy, Suspense } from "react";
import { fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { planOf } from "@/lib/scenario/plan";
import { getIn } from "@/lib/scenario/set-in";
import { ChoiceSelect } from "./choice-select";
import { formPaths } from "./form-groups";
import FormatSelect from "./format-select";
import { LayoutField } from "./layout-field";
import { OptionFold } from "./option-fold";
import { OptionOwn } from "./option-own";
import { ownSaid } from "./own-fields";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

// Its words are many, and few open it.
const OptionMoney = lazy(() => import("./option-money"));

const rows = formPaths("layout").map((path) => ({
  path,
  key: path.replace("options.", ""),
  field: fields[path],
}));

/** What few people change about an option: the rest of its layout, and number formats of its own. */
export default function OptionLayout({ index, lists }: { index: number; lists: PickerLists }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const option = state.scenario.options[index];
  if (!option) return null;
  const plan = planOf(state.scenario, index);
  const id = (key: string) => `option-${index}-${key}`;
  const set = (key: string, value: unknown) =>
    dispatch({ type: "set", path: `options.${index}.${key}`, value, at: Date.now() });
  const chip = state.records.accelerators[option.accelerator];
  const shared = (option.instances ?? 1) > 1;
  const has: Record<string, boolean> = {
    threads: chip?.kind === "cpu",
    bridge: Boolean(chip?.bridge),
    // How an accelerator is shared is a question once it is.
    partition: shared,
    neighbours: shared,
  };
  const shown = rows.filter(({ key }) => has[key] ?? true);
  const changed =
    option.weights ||
    option.kvCache ||
    shown.some(({ key, field }) => (getIn(option, key) ?? field.default) !== field.default);
  return (
    <>
      <OptionFold title="Layout, sharing and formats" changed={Boolean(changed)}>
        {shown.map(({ path, key, field }) =>
          field.kind === "choice" ? (
            <ChoiceSelect key={key} path={`options.${index}.${key}`} field={field} />
          ) : (
            <LayoutField key={key} index={index} path={path as NumberFieldPath} />
          ),
        )}
        <FormatSelect
          id={id("weights")}
          use="weights"
          label="Weights"
          help={fields["options.weights"].help}
          inherited
          value={option.weights}
          shared={plan.serving.weights}
          {...(option.weights || option.model ? { model: plan.workload.model } : {})}
          onChange={(value) => set("weights", value)}
        />
        <FormatSelect
          id={id("kv")}
          use="kv"
          label="KV cache"
          help={fields["options.kvCache"].help}
          inherited
          value={option.kvCache}
          onChange={(value) => set("kvCache", value)}
        />
      </OptionFold>
      <OptionOwn index={index} lists={lists} />
      <OptionFold
        title="Price and finance of its own"
        changed={ownSaid(state.scenario, index, "money") > 0}
        onDemand
      >
        <Suspense fallback={<div className="col-span-2 h-80" />}>
          <OptionMoney index={index} lists={lists} />
        </Suspense>
      </OptionFold>
    </>
  );
}
