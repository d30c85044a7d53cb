"use client";

import { moneyGroups } from "@/components/money/money-groups";
import { Button } from "@/components/ui/button";
import type { FieldPath } from "@/lib/scenario/fields";
import { helpOf } from "@/lib/scenario/money-help";
import { useOpenOffers } from "./open-offers";
import { OwnControl } from "./own-control";
import { ownFieldsOf } from "./own-fields";
import type { PickerLists } from "./picker-item";
import { usePlanner } from "./planner-context";

type Props = { index: number; lists: PickerLists };

/** How the option's hours are paid for, where it stands and what owning it costs, where that is not as the plan has it. */
export default function OptionMoney({ index, lists }: Props) {
  "use memo";
  const { state } = usePlanner();
  const openOffers = useOpenOffers();
  const own = ownFieldsOf(state.scenario, index, "money");
  const grouped = new Set<FieldPath>(moneyGroups.flatMap(({ paths }) => paths));
  const groups = [
    { id: "hour", title: "", fields: own.filter(({ shared }) => !grouped.has(shared)) },
    ...moneyGroups.map(({ id, title, paths }) => ({
      id,
      title,
      fields: own.filter(({ shared }) => paths.includes(shared)),
    })),
  ];
  return (
    <>
      <Button
        look="quiet"
        className="col-span-2 justify-self-start text-xs"
        onClick={() => openOffers(index)}
      >
        Choose an offer, or note your own
      </Button>
      {groups
        .filter(({ fields }) => fields.length > 0)
        .map(({ id, title, fields }) => (
          <fieldset key={id} className="col-span-2 grid min-w-0 grid-cols-2 gap-x-2 gap-y-1.5">
            {title && <legend className="mb-1 pt-1.5 font-medium">{title}</legend>}
            {fields.map((field) => (
              <OwnControl
                key={field.key}
                index={index}
                lists={lists}
                own={field}
                help={helpOf(`options.${field.key}` as FieldPath)}
              />
            ))}
          </fieldset>
        ))}
    </>
  );
}
