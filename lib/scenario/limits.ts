/** Hardware options that can be compared side by side. */
export const MAX_OPTIONS = 6;
/** Characters of a scenario's name. */
export const MAX_NAME = 120;
/** Models, and accelerators, of one's own in a scenario. */
export const MAX_CUSTOM = 6;
