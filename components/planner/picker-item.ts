/** A catalog record as a list shows it: enough to choose by, not enough to compute with. */
export type PickerItem = { id: string; name: string; group: string; facts: string };

/** The lists a plan chooses from. */
export type PickerLists = { models: PickerItem[]; accelerators: PickerItem[] };
