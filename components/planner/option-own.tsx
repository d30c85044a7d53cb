"use client";

import { FieldError } from "@/components/ui/field-error";
import { FieldLabel } from "@/components/ui/field-label";
import { SelectField } from "@/components/ui/select-field";
import { fieldOf } from "@/lib/scenario/fields";
import { getIn } from "@/lib/scenario/set-in";
import { LabelledPicker } from "./labelled-picker";
import { NumberInput } from "./number-input";
import { OptionFold } from "./option-fold";
import { type OwnField, ownFieldsOf } from "./own-fields";
import { ownModels, type PickerItem, type PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

type Props = { index: number; lists: PickerLists };

/** The first of a picker's list: nothing of the option's own. */
const AS_PLAN = "As the plan";
const asPlan: PickerItem = { id: "", name: AS_PLAN, group: "", facts: "" };

/** The model, the server and how it batches, where an option has them otherwise than the plan. */
export function OptionOwn({ index, lists }: Props) {
  "use memo";
  const { state } = usePlanner();
  const option = state.scenario.options[index];
  if (!option) return null;
  const own = ownFieldsOf(state.scenario, index);
  const changed = own.some(({ key }) => getIn(option, key) !== undefined);
  return (
    <OptionFold title="Model and server of its own" changed={changed}>
      {own.map((field) => (
        <OwnControl key={field.key} index={index} lists={lists} own={field} />
      ))}
    </OptionFold>
  );
}

/** One setting as the option says it; empty, the plan's holds. */
function OwnControl({ index, lists, own: { key } }: Props & { own: OwnField }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const path = `options.${index}.${key}`;
  const id = path.replaceAll(".", "-");
  const field = fieldOf(path);
  const value = getIn(state.scenario, path);
  const draft = state.drafts[path];
  if (!field) return null;
  const label = `Option ${index + 1}: ${field.label.toLowerCase()}`;
  const set = (next: string) =>
    dispatch({ type: "set", path, value: next === "" ? undefined : next, at: Date.now() });
  if (field.kind === "record") {
    const models = [asPlan, ...ownModels(state.scenario), ...lists.models];
    return (
      <div className="col-span-2 min-w-0">
        <LabelledPicker
          label={field.label}
          help={field.help}
          value={String(value ?? "")}
          placeholder={AS_PLAN}
          chosen={models.find((item) => item.id === (value ?? ""))}
          items={models}
          onChange={set}
        />
      </div>
    );
  }
  return (
    <div className="relative min-w-0">
      <FieldLabel help={field.help}>{field.label}</FieldLabel>
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
