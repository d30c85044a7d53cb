"use client";

import { FieldError } from "@/components/ui/field-error";
import { FieldLabel } from "@/components/ui/field-label";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { fieldOf } from "@/lib/scenario/fields";
import { getIn } from "@/lib/scenario/set-in";
import { inSentence } from "@/lib/view/in-sentence";
import { LabelledPicker } from "./labelled-picker";
import { NumberInput } from "./number-input";
import type { OwnField } from "./own-fields";
import { ownModels, type PickerItem, type PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

type Props = {
  index: number;
  lists: PickerLists;
  own: OwnField;
  /** What the setting is, where its own row does not say it. */
  help?: string;
};

/** The first of a picker's list: nothing of the option's own. */
const AS_PLAN = "As the plan";
const asPlan: PickerItem = { id: "", name: AS_PLAN, group: "", facts: "" };

/** One setting as the option says it; empty, the plan's holds. */
export function OwnControl({ index, lists, own: { key }, help }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const path = `options.${index}.${key}`;
  const id = path.replaceAll(".", "-");
  const field = fieldOf(path);
  const value = getIn(state.scenario, path);
  const draft = state.drafts[path];
  if (!field) return null;
  const label = `Option ${index + 1}: ${inSentence(field.label)}`;
  const set = (next: string) =>
    dispatch({ type: "set", path, value: next === "" ? undefined : next, at: Date.now() });
  if (field.kind === "record") {
    const records =
      field.of === "places"
        ? [asPlan, ...lists.places]
        : [asPlan, ...ownModels(state.scenario), ...lists.models];
    return (
      <div className="col-span-2 min-w-0">
        <LabelledPicker
          label={field.label}
          help={help ?? field.help}
          value={String(value ?? "")}
          placeholder={AS_PLAN}
          chosen={records.find((item) => item.id === (value ?? ""))}
          items={records}
          onChange={set}
        />
      </div>
    );
  }
  return (
    <div className="relative min-w-0">
      <div className="flex items-center justify-between">
        <FieldLabel help={help ?? field.help}>{field.label}</FieldLabel>
        {field.kind === "number" && value !== undefined && (
          <button
            type="button"
            onClick={() => set("")}
            title="Back to the plan’s"
            aria-label={`${label}: back to the plan’s`}
            className="touch inline-flex h-6 w-6 items-center justify-center rounded text-muted hover:text-text"
          >
            <Icon name="reset" className="h-4 w-4" />
          </button>
        )}
      </div>
      {field.kind === "choice" ? (
        <SelectField
          id={id}
          label={label}
          value={String(value ?? "")}
          choices={[{ value: "", label: AS_PLAN }, ...field.choices]}
          onChange={set}
        />
      ) : (
        <NumberInput
          id={id}
          path={path}
          field={field}
          value={value as number | undefined}
          label={label}
          placeholder="as the plan"
        />
      )}
      {draft && <FieldError id={`${id}-error`} message={`${field.label}: ${draft.message}`} />}
    </div>
  );
}
