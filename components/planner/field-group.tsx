"use client";

import { FieldControl } from "./field-control";
import { type FormGroup, groupPaths } from "./form-groups";
import { FormSection } from "./form-section";
import { groupSummary } from "./group-summary";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

/** The fields of one group, made from the scenario's own table. */
export function FieldGroup({ group, lists }: { group: FormGroup; lists: PickerLists }) {
  "use memo";
  const { scenario, records } = usePlanner().state;
  const nameOf = (id: string) =>
    [...lists.models, ...lists.places].find((item) => item.id === id)?.name ??
    records.formats[id]?.name ??
    id;
  return (
    <FormSection
      id={`group-${group.id}`}
      title={group.title}
      open={group.open}
      aside={
        group.open ? null : (
          <span className="group-open:hidden">{groupSummary(group.id, scenario, nameOf)}</span>
        )
      }
    >
      <div className="grid grid-cols-2 gap-x-2 gap-y-2.5">
        {groupPaths(group.id, scenario).map((path) => (
          <FieldControl key={path} path={path} lists={lists} paired={group.paired} />
        ))}
      </div>
    </FormSection>
  );
}
