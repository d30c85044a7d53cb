"use client";

import { OptionFold } from "./option-fold";
import { OwnControl } from "./own-control";
import { ownFieldsOf, ownSaid } from "./own-fields";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

type Props = { index: number; lists: PickerLists };

/** The model, the server and how it batches, where an option has them otherwise than the plan. */
export function OptionOwn({ index, lists }: Props) {
  "use memo";
  const { scenario } = usePlanner().state;
  if (!scenario.options[index]) return null;
  return (
    <OptionFold title="Model and server of its own" changed={ownSaid(scenario, index, "server") > 0}>
      {ownFieldsOf(scenario, index, "server").map((field) => (
        <OwnControl key={field.key} index={index} lists={lists} own={field} />
      ))}
    </OptionFold>
  );
}
