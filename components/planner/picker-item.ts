import type { Scenario } from "@/lib/scenario/schema";

/** A catalog record as a list shows it: enough to choose by, not enough to compute with. */
export type PickerItem = { id: string; name: string; group: string; facts: string };

/** The lists a plan chooses from. */
export type PickerLists = { models: PickerItem[]; accelerators: PickerItem[]; places: PickerItem[] };

const own = (records: Readonly<Record<string, { name: string }>> = {}): PickerItem[] =>
  Object.entries(records).map(([id, { name }]) => ({ id, name, group: "yours", facts: "yours" }));

/** The models that a scenario brings itself, as a list shows them. */
export const ownModels = ({ custom }: Scenario): PickerItem[] => own(custom?.models);

/** The accelerators that a scenario brings itself. */
export const ownAccelerators = ({ custom }: Scenario): PickerItem[] => own(custom?.accelerators);
