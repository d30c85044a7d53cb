"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { storedBook, watchBook } from "@/components/price-book/stored-book";
import { withBookPrice } from "@/components/price-book/with-book-price";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { seriesSlots } from "@/lib/view/palette";
import { FormSection } from "./form-section";
import { OptionEditor } from "./option-editor";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

const UseMyPrices = lazy(() => import("@/components/price-book/use-my-prices"));

/** The hardware options side by side: up to six, each with a layout and a price of its own. */
export function HardwareSection({ lists }: { lists: PickerLists }) {
  const { state, dispatch } = usePlanner();
  const hasBook = useSyncExternalStore(watchBook, storedBook, () => null) !== null;
  const { options } = state.scenario;
  const slots = seriesSlots(options.map((option) => option.accelerator));
  return (
    <FormSection
      id="group-hardware"
      title="Hardware"
      open
      aside={`${options.length} of ${MAX_OPTIONS} options`}
    >
      <ul className="grid grid-cols-1 gap-2">
        {options.map((_, index) => (
          <OptionEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal options are told apart by their place alone
            key={index}
            index={index}
            slot={slots[index] ?? 1}
            lists={lists}
          />
        ))}
      </ul>
      <div className="flex gap-2">
        <Button
          className="grow"
          disabled={options.length >= MAX_OPTIONS}
          onClick={() => {
            const accelerator = nextAccelerator(lists, options);
            withBookPrice(accelerator, (pricePerHour) =>
              dispatch({ type: "add-option", accelerator, pricePerHour }),
            );
          }}
        >
          <Icon name="plus" />
          Add an option
        </Button>
        {hasBook && (
          <Suspense>
            <UseMyPrices
              scenario={state.scenario}
              onUse={(scenario) => dispatch({ type: "change", scenario })}
            />
          </Suspense>
        )}
      </div>
    </FormSection>
  );
}

/** A new option starts with the likeliest accelerator that is not compared yet. */
function nextAccelerator(lists: PickerLists, options: readonly { accelerator: string }[]): string {
  const used = new Set(options.map((option) => option.accelerator));
  const others = [...lists.suggested, ...lists.accelerators.map(({ id }) => id)];
  return others.find((id) => !used.has(id)) ?? others[0] ?? "";
}
