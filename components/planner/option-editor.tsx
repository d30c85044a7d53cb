"use client";

import { lazy, Suspense } from "react";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import { Swatch } from "@/components/ui/swatch";
import { fields } from "@/lib/scenario/fields";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { planOf } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import { AcceleratorPicker } from "./accelerator-picker";
import { catalogPrice, purchasePrice } from "./catalog-price";
import { NumberInput } from "./number-input";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import type { PlannerState } from "./planner-state";

// Few people change the rest of a layout, and nobody before the first answer.
const OptionLayout = lazy(() => import("./option-layout"));
const PriceNote = lazy(() => import("./price-note"));

type Props = { index: number; slot: number; lists: PickerLists };

const tpChoices = (fields["options.tp"].choices ?? []).map((count) => ({
  value: String(count),
  label: String(count),
}));

/** What stands in an empty field of the hour's price: an owned hour is not what renting one costs. */
function pricePlaceholder(state: PlannerState, index: number): string {
  if (planOf(state.scenario, index).finance.hardware === "owned")
    return purchasePrice(state, index) === undefined ? "none known" : "bought";
  const listed = catalogPrice(state, index);
  return listed ? formatQuantity(listed.rate, "USD/h").number.replace("$", "") : "none known";
}

/** One hardware option: the chip, how many split the model, how many copies, and what an hour costs. */
export function OptionEditor({ index, slot, lists }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const option = state.scenario.options[index];
  if (!option) return null;
  const path = (key: string) => `options.${index}.${key}`;
  const id = (key: string) => `option-${index}-${key}`;
  const set = (key: string, value: unknown) =>
    dispatch({ type: "set", path: path(key), value, at: Date.now() });
  const count = state.scenario.options.length;
  return (
    <li className="rounded-lg border border-line bg-surface p-2.5">
      <div className="flex items-center gap-0.5">
        <span className="mr-1.5 flex self-center">
          <Swatch slot={slot} />
        </span>
        <div className="min-w-0 grow">
          <AcceleratorPicker index={index} lists={lists} />
        </div>
        <IconButton
          label={`Duplicate option ${index + 1}`}
          disabled={count >= MAX_OPTIONS}
          onClick={() => dispatch({ type: "duplicate-option", option: index })}
        >
          <Icon name="copy" />
        </IconButton>
        <IconButton
          label={`Remove option ${index + 1}`}
          disabled={count === 1}
          onClick={() => dispatch({ type: "remove-option", option: index })}
        >
          <Icon name="close" />
        </IconButton>
      </div>
      <div className="mt-2 grid grid-cols-[5rem_5rem_1fr] gap-2">
        <div>
          <label
            htmlFor={id("tp")}
            className="mb-0.5 block text-muted text-xs"
            title={fields["options.tp"].help}
          >
            Split over
          </label>
          <SelectField
            id={id("tp")}
            label={`Option ${index + 1}: accelerators per replica (tensor parallel)`}
            value={String(option.tp)}
            choices={tpChoices}
            onChange={(value) => set("tp", Number(value))}
          />
        </div>
        <div>
          <label
            htmlFor={id("replicas")}
            className="mb-0.5 block text-muted text-xs"
            title={fields["options.replicas"].help}
          >
            Replicas
          </label>
          <NumberInput
            id={id("replicas")}
            path={path("replicas")}
            field={fields["options.replicas"]}
            value={option.replicas}
            placeholder="auto"
            label={`Option ${index + 1}: replicas`}
          />
        </div>
        <div>
          <label htmlFor={id("price")} className="mb-0.5 block text-muted text-xs">
            Price per accelerator
          </label>
          <NumberInput
            id={id("price")}
            path={path("pricePerHour")}
            field={fields["options.pricePerHour"]}
            value={option.pricePerHour}
            placeholder={pricePlaceholder(state, index)}
            describedBy={id("price-note")}
            label={`Option ${index + 1}: price per accelerator-hour`}
          />
        </div>
      </div>
      {["replicas", "pricePerHour"].map((key) => {
        const draft = state.drafts[path(key)];
        const name = key === "replicas" ? "Replicas" : "Price";
        const errorId = `${id(key === "replicas" ? "replicas" : "price")}-error`;
        return draft && <FieldError key={key} id={errorId} message={`${name}: ${draft.message}`} />;
      })}
      <Suspense fallback={<p id={id("price-note")} className="mt-1 min-h-4" />}>
        <PriceNote id={id("price-note")} index={index} />
      </Suspense>
      <Suspense fallback={<div className="mt-1 h-13" />}>
        <OptionLayout index={index} lists={lists} />
      </Suspense>
    </li>
  );
}
