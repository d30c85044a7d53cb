"use client";

import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import type { Which } from "@/lib/view/candidates";

/** What the search tries: whose accelerators, offers of which part of the world, and formats of four bits or not. */
export type FindWishes = { which: Which; area: string; narrow: boolean };

const CHOICES: readonly { value: Which; label: string }[] = [
  { value: "all", label: "All, CPUs too" },
  { value: "gpus", label: "GPUs" },
  { value: "mine", label: "Mine" },
];

const AREAS = [
  { value: "", label: "Prices as in plans" },
  { value: "US", label: "Prices in the US" },
  { value: "EU", label: "Prices in Europe" },
  { value: "APAC", label: "Prices in Asia and the Pacific" },
  { value: "CA", label: "Prices in Canada" },
  { value: "LATAM", label: "Prices in Latin America" },
  { value: "ME", label: "Prices in the Middle East" },
  { value: "global", label: "One price worldwide" },
];

type Props = { wishes: FindWishes; hasOwn: boolean; onChange: (wishes: FindWishes) => void };

export function FindWishesForm({ wishes, hasOwn, onChange }: Props) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segmented
        label="Accelerators to try"
        value={wishes.which}
        choices={hasOwn ? CHOICES : CHOICES.filter(({ value }) => value !== "mine")}
        onChange={(which) => onChange({ ...wishes, which })}
      />
      <SelectField
        id="find-area"
        label="Prices of which part of the world"
        value={wishes.area}
        choices={AREAS}
        onChange={(area) => onChange({ ...wishes, area })}
        className="w-56"
      />
      <label className="flex items-center gap-1.5">
        <input
          type="checkbox"
          checked={wishes.narrow}
          onChange={({ currentTarget }) => onChange({ ...wishes, narrow: currentTarget.checked })}
        />
        Weights of four bits too
      </label>
    </div>
  );
}
