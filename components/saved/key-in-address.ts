const FRAGMENT = /^#k=([A-Za-z0-9_-]{43})$/;

/** Where the taking of a key stands: it was kept, the address has none, or this browser keeps nothing. */
export type Taking = "looking" | "kept" | "none" | "closed";

/** The edit key in the fragment of an address; null without one. */
export const keyIn = (fragment: string): string | null => FRAGMENT.exec(fragment)?.[1] ?? null;

/**
 * Where it stands after one more look; `kept` is null where the address had no key. Whoever looks takes the key out of
 * the address, so that a second look (React makes one while developing) finds none and says nothing new.
 */
export function afterLooking(before: Taking, kept: boolean | null): Taking {
  if (kept === null) return before === "looking" ? "none" : before;
  return kept ? "kept" : "closed";
}
