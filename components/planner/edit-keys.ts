const PREFIX = "edit-key:";

/** Keeps the key that allows changes to a saved plan; it is shown once and never leaves this browser by itself. */
export function keepEditKey(viewId: string, editKey: string): boolean {
  try {
    localStorage.setItem(PREFIX + viewId, editKey);
    return true;
  } catch {
    return false;
  }
}
