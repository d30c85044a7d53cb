import { ADD_FRAGMENT, PLAN_FRAGMENT } from "@/lib/scenario/fragments";

/** Where this browser keeps the unsaved plan, encoded as in a link. */
export const DRAFT_KEY = "draft";

/** Where a tab keeps the fragment that its address was last given. */
export const LATE_KEY = "late-address";

/** The whole address of the planner with an encoded plan in its fragment, to be sent. */
export const linkTo = (encoded: string): string => `${location.origin}/${PLAN_FRAGMENT}${encoded}`;

/** The encoded scenario of an address's fragment; null when it carries none. */
export const encodedPlan = (hash: string): string | null =>
  hash.startsWith(PLAN_FRAGMENT) ? hash.slice(PLAN_FRAGMENT.length) : null;

/** The encoded addition of an address's fragment; null when it carries none. */
export const encodedAddition = (hash: string): string | null =>
  hash.startsWith(ADD_FRAGMENT) ? hash.slice(ADD_FRAGMENT.length) : null;
