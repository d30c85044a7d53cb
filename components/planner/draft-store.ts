import { DRAFT_KEY, LATE_KEY } from "./plan-address";

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

/** Keeps what the address is about to say: a page that is being left can no longer change it. */
export function writeLateFragment(shown: string, fragment: string) {
  try {
    sessionStorage.setItem(LATE_KEY, `${shown} ${fragment}`);
  } catch {
    // As above.
  }
}

/** Forgets it: the address says it by now. */
export function dropLateFragment() {
  try {
    sessionStorage.removeItem(LATE_KEY);
  } catch {
    // As above.
  }
}

/** What the address with this fragment should say; null when it says it. Asked once. */
export function takeLateFragment(shown: string): string | null {
  try {
    const late = sessionStorage.getItem(LATE_KEY);
    dropLateFragment();
    return late?.startsWith(`${shown} `) ? late.slice(shown.length + 1) : null;
  } catch {
    return null;
  }
}
