"use client";

import { Suspense, useState } from "react";
import { CustomAcceleratorDialog } from "@/components/custom/lazy-dialogs";
import { withBookPrice } from "@/components/price-book/with-book-price";
import { ownAccelerators, type PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { RecordPicker } from "./record-picker";

/** Chooses the accelerator of an option; its own figures make one that the catalog does not have. */
export function AcceleratorPicker({ index, lists }: { index: number; lists: PickerLists }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const [describing, setDescribing] = useState(false);
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
          withBookPrice(accelerator, (pricePerHour) =>
            dispatch({ type: "pick-accelerator", option: index, accelerator, pricePerHour }),
          )
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
            onSave={async (record) => {
              setDescribing(false);
              const { planWithCustomAccelerator } = await import("@/lib/scenario/custom-edits");
              dispatch({ type: "change", scenario: planWithCustomAccelerator(scenario, index, record) });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
