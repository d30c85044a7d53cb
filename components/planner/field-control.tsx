"use client";

import { lazy, Suspense, useId } from "react";
import { type FieldPath, fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { getIn } from "@/lib/scenario/set-in";
import { ChoiceSelect } from "./choice-select";
import { ModelPicker } from "./model-picker";
import { NumberRow } from "./number-row";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

// Drawn by the server; until it is alive nobody misses it.
const FormatSelect = lazy(() => import("./format-select"));
// It stands in a group that is closed at first.
const PlacePicker = lazy(() => import("./place-picker"));

type Props = { path: FieldPath; lists: PickerLists; paired: boolean };

/** The control that suits a field: its kind decides. */
export function FieldControl({ path, lists, paired }: Props) {
  const { state, dispatch } = usePlanner();
  const id = useId();
  const field = fields[path];
  const wide = "col-span-2 min-w-0";
  const half = paired ? "min-w-0" : wide;
  if (field.kind === "number") {
    return (
      <div className={wide}>
        <NumberRow path={path as NumberFieldPath} />
      </div>
    );
  }
  if (field.kind === "choice") {
    return (
      <div className={half}>
        <ChoiceSelect path={path} field={field} />
      </div>
    );
  }
  if (field.of === "formats") {
    return (
      <div className={half}>
        <Suspense fallback={<div className="h-14" />}>
          <FormatSelect
            id={id}
            use={path.endsWith("kvCache") ? "kv" : "weights"}
            label={field.label}
            help={field.help}
            value={getIn(state.scenario, path) as string}
            {...(path === "serving.weights" ? { model: state.scenario.workload.model } : {})}
            onChange={(value) => dispatch({ type: "set", path, value, at: Date.now() })}
          />
        </Suspense>
      </div>
    );
  }
  if (field.of === "places") {
    return (
      <div className={wide}>
        <Suspense fallback={<div className="h-14" />}>
          <PlacePicker lists={lists} />
        </Suspense>
      </div>
    );
  }
  return (
    <div className={wide}>
      <ModelPicker path={path} lists={lists} />
    </div>
  );
}
