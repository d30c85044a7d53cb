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

/** Keeps what the address is to say, null when it says it: a reload on its way no longer sees it change. */
export function writeLateFragment(fragment: string | null) {
  try {
    if (fragment === null) sessionStorage.removeItem(LATE_KEY);
    else sessionStorage.setItem(LATE_KEY, fragment);
  } catch {
    // As above.
  }
}

/** What the address should say after a reload that took an older one; null on any other visit. Asked once. */
export function takeLateFragment(): string | null {
  try {
    const late = sessionStorage.getItem(LATE_KEY);
    sessionStorage.removeItem(LATE_KEY);
    const [visit] = performance.getEntriesByType("navigation");
    return visit instanceof PerformanceNavigationTiming && visit.type === "reload" ? late : null;
  } catch {
    return null;
  }
}
