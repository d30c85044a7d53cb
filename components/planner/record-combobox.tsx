"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { inSentence } from "@/lib/view/in-sentence";
import { PickerFace, type PickerProps } from "./picker-face";
import { isFoundBy, type PickerItem, pickerGroups } from "./picker-item";

/** The searchable list behind a picker. Opens at once, since it is loaded by the click that asks for it. */
export default function RecordCombobox(props: PickerProps) {
  const { label, chosen, items, onChange, action } = props;
  const [open, setOpen] = useState(true);
  return (
    <Combobox.Root
      items={pickerGroups(items)}
      open={open}
      onOpenChange={setOpen}
      value={chosen ?? null}
      onValueChange={(item: PickerItem | null) => item && onChange(item.id)}
      itemToStringLabel={(item: PickerItem) => item.name}
      itemToStringValue={(item: PickerItem) => item.id}
      isItemEqualToValue={(item: PickerItem, value: PickerItem) => item.id === value.id}
      filter={isFoundBy}
      autoHighlight
    >
      <Combobox.Trigger
        aria-label={`${label}: ${chosen?.name ?? props.value}`}
        className="control flex w-full items-center gap-2 py-1 pr-1.5 pl-2 text-left"
      >
        <PickerFace {...props} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup
            aria-label={label}
            className="flex max-h-[min(var(--available-height),26rem)] w-[max(var(--anchor-width),26rem)] max-w-[calc(100vw-1.5rem)] flex-col rounded-lg border border-line bg-surface shadow-[0_8px_32px_var(--shadow)]"
          >
            <div className="border-line border-b p-2">
              <Combobox.Input
                aria-label={`Search ${inSentence(label)}`}
                placeholder="Search"
                className="control w-full px-2 py-1"
              />
            </div>
            <Combobox.Empty>
              <p className="p-3 text-muted empty:hidden">Nothing in the catalog has this name.</p>
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto overscroll-contain p-1 empty:p-0">
              {(group: ReturnType<typeof pickerGroups>[number]) => (
                <Combobox.Group key={group.value} items={group.items} className="pb-1">
                  <Combobox.GroupLabel className="px-2 pt-2 pb-1 font-medium text-2xs text-muted">
                    {group.value}
                  </Combobox.GroupLabel>
                  <Combobox.Collection>
                    {(item: PickerItem) => (
                      <Combobox.Item
                        key={item.id}
                        value={item}
                        ref={item.id === chosen?.id ? showChosen : undefined}
                        className="touch flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 data-highlighted:bg-accent-soft"
                      >
                        <span className="w-4.5 shrink-0">
                          <Combobox.ItemIndicator>
                            <Icon name="check" className="text-accent" />
                          </Combobox.ItemIndicator>
                        </span>
                        <span className="min-w-0 grow truncate">{item.name}</span>
                        <span className="shrink-0 text-muted text-xs tabular-nums">{item.facts}</span>
                      </Combobox.Item>
                    )}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
            {action && (
              <div className="border-line border-t p-1">
                <Button
                  look="quiet"
                  className="w-full justify-start! px-2!"
                  onClick={() => {
                    setOpen(false);
                    action.run();
                  }}
                >
                  <Icon name="plus" />
                  {action.label}
                </Button>
              </div>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

/** Brings what is chosen to the middle of the list that opens, once its popup has its height; a search begins at the top. */
function showChosen(item: HTMLElement | null) {
  requestAnimationFrame(() => {
    const list = item?.closest("[role=listbox]");
    const searches = list?.parentElement?.querySelector("input")?.value;
    if (!item || !list || searches) return;
    const above = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += above - (list.clientHeight - item.clientHeight) / 2;
  });
}
