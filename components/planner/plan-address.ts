/** What a plan's fragment starts with; the encoded scenario follows. */
export const FRAGMENT = "#d=";

/** Where this browser keeps the unsaved plan, encoded as in a link. */
export const DRAFT_KEY = "draft";

/** Where a tab keeps the fragment that its address was last given. */
export const LATE_KEY = "late-address";

/** The address of the planner with a plan in its fragment. */
export const planAddress = (encoded: string): string => `${location.origin}/${FRAGMENT}${encoded}`;

/** The encoded scenario of an address's fragment; null when it carries none. */
export const encodedPlan = (hash: string): string | null =>
  hash.startsWith(FRAGMENT) ? hash.slice(FRAGMENT.length) : null;
