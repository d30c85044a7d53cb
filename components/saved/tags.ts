/** Words that a person gives to plans of this browser; they stay here. */

const PREFIX = "plan-tags:";

/** The tags of a plan. */
export function tagsOf(viewId: string): string[] {
  try {
    return tagsIn(localStorage.getItem(PREFIX + viewId) ?? "");
  } catch {
    return [];
  }
}

/** Keeps a plan's tags, as typed: separated by commas. */
export function keepTags(viewId: string, typed: string): void {
  try {
    const tags = tagsIn(typed);
    if (tags.length === 0) localStorage.removeItem(PREFIX + viewId);
    else localStorage.setItem(PREFIX + viewId, tags.join(", "));
  } catch {
    // A browser without storage has no library either.
  }
}

/** The words between commas, each once. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
