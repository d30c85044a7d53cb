"use client";

import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { fields } from "@/lib/scenario/fields";
import { numberPaths } from "./form-paths";
import { FormatSelect } from "./format-select";
import { usePlanner } from "./planner-context";
import { getIn } from "./set-in";

/** What few people change about an option: the rest of its layout, and number formats of its own. */
export function OptionLayout({ index }: { index: number }) {
  const { state, dispatch } = usePlanner();
  const option = state.scenario.options[index];
  if (!option) return null;
  const id = (key: string) => `option-${index}-${key}`;
  const set = (key: string, value: unknown) =>
    dispatch({ type: "set", path: `options.${index}.${key}`, value, at: Date.now() });
  const layout = numberPaths("options", true).map((path) => {
    const field: NumberField = fields[path];
    const key = path.replace("options.", "");
    return { key, field, value: (getIn(option, key) as number | undefined) ?? field.default };
  });
  const changed =
    option.weights || option.kvCache || layout.some(({ value, field }) => value !== field.default);
  return (
    <details className="group mt-1 text-xs">
      <summary className="touch flex items-center text-muted hover:text-text">
        <Icon name="chevron" className="-ml-1 h-4 w-4 transition-transform group-open:rotate-90" />
        Layout and formats
        {changed && (
          <span className="ml-1.5 rounded border border-accent px-1 text-2xs text-accent">changed</span>
        )}
      </summary>
      <div className="mt-1 grid grid-cols-3 gap-2">
        {layout.map(({ key, field, value }) => (
          <div key={key} className="min-w-0">
            <label htmlFor={id(key)} className="mb-0.5 block truncate text-muted" title={field.help}>
              {field.label}
            </label>
            <SelectField
              id={id(key)}
              label={`Option ${index + 1}: ${field.label.toLowerCase()}`}
              value={String(value)}
              choices={(field.choices ?? []).map((count) => ({ value: String(count), label: String(count) }))}
              onChange={(next) => set(key, Number(next))}
            />
          </div>
        ))}
      </div>
      <div className="mt-2 grid grid-cols-2 gap-2">
        <FormatSelect
          id={id("weights")}
          use="weights"
          label="Weights"
          inherited
          value={option.weights}
          onChange={(value) => set("weights", value)}
        />
        <FormatSelect
          id={id("kv")}
          use="kv"
          label="KV cache"
          inherited
          value={option.kvCache}
          onChange={(value) => set("kvCache", value)}
        />
      </div>
    </details>
  );
}
