"use client";

import { Suspense, useState } from "react";
import { CustomAcceleratorDialog } from "@/components/custom/lazy-dialogs";
import { useBookPrice } from "@/components/price-book/use-price-book";
import { planWithCustomAccelerator } from "@/lib/scenario/custom-edits";
import { ownAccelerators, type PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { RecordPicker } from "./record-picker";

/** Chooses the accelerator of an option; its own figures make one that the catalog does not have. */
export function AcceleratorPicker({ index, lists }: { index: number; lists: PickerLists }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const [describing, setDescribing] = useState(false);
  const priceOf = useBookPrice();
  const { scenario } = state;
  const value = scenario.options[index]?.accelerator ?? "";
  const own = scenario.custom?.accelerators?.[value];
  const items = [...ownAccelerators(scenario), ...lists.accelerators];
  return (
    <>
      <RecordPicker
        label={`Accelerator of option ${index + 1}`}
        value={value}
        chosen={items.find((item) => item.id === value)}
        items={items}
        onChange={(accelerator) =>
          dispatch({
            type: "pick-accelerator",
            option: index,
            accelerator,
            pricePerHour: priceOf(accelerator),
          })
        }
        action={{
          label: own ? "Change its figures…" : "Your own accelerator…",
          run: () => setDescribing(true),
        }}
      />
      {describing && (
        <Suspense>
          <CustomAcceleratorDialog
            initial={own}
            onClose={() => setDescribing(false)}
            onSave={(record) => {
              setDescribing(false);
              dispatch({ type: "change", scenario: planWithCustomAccelerator(scenario, index, record) });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
