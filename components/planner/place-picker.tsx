"use client";

import { fields } from "@/lib/scenario/fields";
import { LabelledPicker } from "./labelled-picker";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

const path = "finance.place";
const { label, help } = fields[path];

/** Chooses where the machines stand: a country, a state or a cloud's region. */
export default function PlacePicker({ lists }: { lists: PickerLists }) {
  const { state, dispatch } = usePlanner();
  const value = state.scenario.finance.place;
  return (
    <LabelledPicker
      label={label}
      help={help}
      showFacts
      value={value}
      placeholder="Choose a place"
      chosen={lists.places.find((item) => item.id === value)}
      items={lists.places}
      onChange={(id) => dispatch({ type: "set", path, value: id, at: Date.now() })}
    />
  );
}
