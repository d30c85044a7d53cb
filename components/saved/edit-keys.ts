/** The keys that this browser holds: each allows changes to a saved plan and never leaves the browser by itself. */

const PREFIX = "edit-key:";
const KEY = /^[A-Za-z0-9_-]{43}$/;
const ID = /^[A-Za-z0-9_-]{22}$/;

/** Keeps a key. @returns false where the browser's storage is closed or full */
export function keepEditKey(viewId: string, editKey: string): boolean {
  try {
    localStorage.setItem(PREFIX + viewId, editKey);
    return true;
  } catch {
    return false;
  }
}

/** The key of a plan; null without one. */
export function editKeyOf(viewId: string): string | null {
  try {
    return localStorage.getItem(PREFIX + viewId);
  } catch {
    return null;
  }
}

/** Forgets a key; the plan itself stays as it is. */
export function forgetEditKey(viewId: string): void {
  localStorage.removeItem(PREFIX + viewId);
}

/** The ids of all plans that a key is held for. */
export function keptPlans(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => name.slice(PREFIX.length))
      .filter((id) => ID.test(id));
  } catch {
    return [];
  }
}

/** A key of one's own: 32 random bytes, as base64url writes them. */
export function newEditKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** All keys as the text of a file, to take to another browser. */
export function exportKeys(): string {
  const keys = keptPlans().map((viewId) => ({ viewId, editKey: editKeyOf(viewId) }));
  return `${JSON.stringify({ kind: "edit-keys", v: 1, keys }, null, 2)}\n`;
}

/** Keeps the keys of such a file. @returns how many, or what is wrong with it */
export function importKeys(text: string): { kept: number } | { message: string } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { message: "The file is not JSON." };
  }
  const { kind, keys } = (file ?? {}) as { kind?: unknown; keys?: unknown };
  if (kind !== "edit-keys" || !Array.isArray(keys)) return { message: "The file holds no edit keys." };
  const pairs = keys as { viewId?: unknown; editKey?: unknown }[];
  const odd = pairs.findIndex(
    ({ viewId, editKey }) => !ID.test(String(viewId)) || !KEY.test(String(editKey)),
  );
  if (odd >= 0) return { message: `Key ${odd + 1} of the file is not one; nothing was taken.` };
  const kept = pairs.filter(({ viewId, editKey }) => keepEditKey(String(viewId), String(editKey)));
  if (kept.length < pairs.length)
    return { message: "This browser keeps nothing: its storage is closed or full." };
  return { kept: kept.length };
}
