import type { Preset } from "@/lib/catalog/schema";
import type { Scenario } from "@/lib/scenario/schema";

/** A catalog record as a list shows it: enough to choose by, not enough to compute with. */
export type PickerItem = {
  id: string;
  name: string;
  /** The heading it stands under: its maker, and what it is. */
  group: string;
  facts: string;
  /** Other words that find it. */
  words?: string;
};

/** Items under their headings, both in the order in which they come. */
export function pickerGroups(items: readonly PickerItem[]): { value: string; items: PickerItem[] }[] {
  const groups = new Map<string, PickerItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([value, members]) => ({ value, items: members }));
}

/** Every word typed occurs in the name, the maker or the id: "llama 70" finds "Llama 3.1 70B". */
export function isFoundBy({ name, group, id, facts, words = "" }: PickerItem, query: string): boolean {
  const text = `${name} ${group} ${id} ${facts} ${words}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A kind of use with the name and the place of what published it. */
export type PresetItem = Preset & { origin: { title: string; where: string } };

/** The lists a plan chooses from. */
export type PickerLists = {
  models: PickerItem[];
  accelerators: PickerItem[];
  places: PickerItem[];
  /** Kinds of use that lengths and arrivals can be taken from. */
  presets: PresetItem[];
  /** Accelerators to compare with, by id, the likeliest first. */
  suggested: string[];
};

const own = (records: Readonly<Record<string, { name: string }>> = {}): PickerItem[] =>
  Object.entries(records).map(([id, { name }]) => ({ id, name, group: "Yours", facts: "yours" }));

/** The models that a scenario brings itself, as a list shows them. */
export const ownModels = ({ custom }: Scenario): PickerItem[] => own(custom?.models);

/** The accelerators that a scenario brings itself. */
export const ownAccelerators = ({ custom }: Scenario): PickerItem[] => own(custom?.accelerators);
