/** The saved plan that this tab's plan was made from, so that a save can become its next version. */
export type BeingChanged = { viewId: string; version: number; name: string };

const NAME = "plan-being-changed";

export function rememberChanged(plan: BeingChanged): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(plan));
  } catch {
    // Without storage a save makes a new plan, which loses nothing.
  }
}

/** The plan that is being changed here; null when there is none. */
export function beingChanged(): BeingChanged | null {
  try {
    const { viewId, version, name } = JSON.parse(sessionStorage.getItem(NAME) ?? "null") ?? {};
    return typeof viewId === "string" && Number.isInteger(version)
      ? { viewId, version, name: String(name) }
      : null;
  } catch {
    return null;
  }
}
