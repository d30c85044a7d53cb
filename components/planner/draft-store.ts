import { DRAFT_KEY, LATE_KEY, TEXTS_KEY } from "./plan-address";
import type { Draft } from "./planner-state";

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
  return takeAfterReload(LATE_KEY);
}

/** Keeps the texts that were not understood for a reload of this tab. */
export function writeTexts(texts: object) {
  try {
    sessionStorage.setItem(TEXTS_KEY, JSON.stringify(texts));
  } catch {
    // As above.
  }
}

/** Those after a reload; none on any other visit. Asked once. */
export function takeTexts(): Record<string, Draft> {
  try {
    return JSON.parse(takeAfterReload(TEXTS_KEY) ?? "{}");
  } catch {
    return {};
  }
}

function takeAfterReload(key: string): string | null {
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const [visit] = performance.getEntriesByType("navigation");
    return visit instanceof PerformanceNavigationTiming && visit.type === "reload" ? kept : null;
  } catch {
    return null;
  }
}
