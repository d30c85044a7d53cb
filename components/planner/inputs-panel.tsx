"use client";

import { Button } from "@/components/ui/button";
import type { Scenario } from "@/lib/scenario/schema";
import { FieldGroup } from "./field-group";
import { groupPaths, groupsAbove, groupsBelow } from "./form-groups";
import { HardwareSection } from "./hardware-section";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

/** Everything a person can change about a plan. */
export function InputsPanel({ lists, start }: { lists: PickerLists; start: Scenario }) {
  const { state, dispatch } = usePlanner();
  return (
    <form className="grid grid-cols-1 pb-4" onSubmit={(event) => event.preventDefault()}>
      {groupsAbove.map((group) => (
        <FieldGroup key={group.id} group={group} lists={lists} />
      ))}
      <HardwareSection lists={lists} />
      {groupsBelow
        .filter(({ id }) => groupPaths(id, state.scenario).length > 0)
        .map((group) => (
          <FieldGroup key={group.id} group={group} lists={lists} />
        ))}
      <div className="border-line border-t px-4 pt-2">
        <Button
          look="quiet"
          className="-ml-3"
          disabled={state.scenario === start}
          onClick={() => dispatch({ type: "replace", scenario: start })}
        >
          Start over
        </Button>
      </div>
    </form>
  );
}
