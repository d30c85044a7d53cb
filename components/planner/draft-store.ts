import { DRAFT_KEY } from "./plan-address";

/** The unsaved plan of this browser, encoded as in a link; null when there is none or storage is forbidden. */
export function readDraft(): string | null {
  try {
    return localStorage.getItem(DRAFT_KEY);
  } catch {
    return null;
  }
}

/** Keeps the unsaved plan for the next visit. Where storage is forbidden the address still carries it. */
export function writeDraft(encoded: string | null) {
  try {
    if (encoded === null) localStorage.removeItem(DRAFT_KEY);
    else localStorage.setItem(DRAFT_KEY, encoded);
  } catch {
    // Nothing to do: the draft is a comfort, not a promise.
  }
}
