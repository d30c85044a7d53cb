import { ADD_FRAGMENT, PLAN_FRAGMENT } from "@/lib/scenario/fragments";
import { type ResultTab, resultTabs } from "./planner-state";

/** Where this browser keeps the unsaved plan, encoded as in a link. */
export const DRAFT_KEY = "draft";

/** Where a tab keeps the fragment that its address was last given. */
export const LATE_KEY = "late-address";

/** Where a tab keeps texts that were not understood. */
export const TEXTS_KEY = "not-understood";

/** A fragment with an encoded plan, null for none, and the tab that is open where it is not the first. */
export function fragmentOf(encoded: string | null, tab: ResultTab): string {
  const open = tab === resultTabs[0] ? "" : `tab=${tab}`;
  if (encoded === null) return open && `#${open}`;
  return `${PLAN_FRAGMENT}${encoded}${open && `&${open}`}`;
}

/** The whole address of the planner with a fragment, to be sent. */
export const linkTo = (fragment: string): string => `${location.origin}/${fragment}`;

/** The encoded scenario of an address's fragment; null when it carries none. */
export const encodedPlan = (hash: string): string | null =>
  hash.startsWith(PLAN_FRAGMENT) ? (hash.slice(PLAN_FRAGMENT.length).split("&")[0] ?? null) : null;

/** The tab that a fragment opens; null when it names none that there is. */
export function tabIn(hash: string): ResultTab | null {
  const [, named] = /[#&]tab=([a-z]+)/.exec(hash) ?? [];
  return resultTabs.find((tab) => tab === named) ?? null;
}

/** The encoded addition of an address's fragment; null when it carries none. */
export const encodedAddition = (hash: string): string | null =>
  hash.startsWith(ADD_FRAGMENT) ? hash.slice(ADD_FRAGMENT.length) : null;
