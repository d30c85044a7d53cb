/** Hardware options that can be compared side by side. */
export const MAX_OPTIONS = 6;
/** Characters of a scenario's name. */
export const MAX_NAME = 120;
/** Models, and accelerators, of one's own in a scenario. */
export const MAX_CUSTOM = 6;
/** Deployment topologies in a scenario, parts of one, and parts of all: each part is sized, with its percentiles. */
export const MAX_TOPOLOGIES = 6;
export const MAX_PARTS = 6;
export const MAX_TOPOLOGY_PARTS = 14;
/** Characters of what a sender says of a plan. */
export const MAX_NOTE = 500;
