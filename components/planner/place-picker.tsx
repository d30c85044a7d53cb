"use client";

import { Term } from "@/components/ui/term";
import { fields } from "@/lib/scenario/fields";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";
import { RecordPicker } from "./record-picker";

const path = "finance.place";
const { label, help } = fields[path];

/** Chooses where the machines stand: a country, a state or a cloud's region. */
export default function PlacePicker({ lists }: { lists: PickerLists }) {
  const { state, dispatch } = usePlanner();
  const value = state.scenario.finance.place;
  return (
    <div className="relative">
      <div className="flex h-6 items-center">
        <Term help={help} className="text-muted text-xs">
          {label}
        </Term>
      </div>
      <RecordPicker
        label={label}
        showFacts
        value={value}
        placeholder="Choose a place"
        chosen={lists.places.find((item) => item.id === value)}
        items={lists.places}
        onChange={(id) => dispatch({ type: "set", path, value: id, at: Date.now() })}
      />
    </div>
  );
}
