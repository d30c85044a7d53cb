/** Where a point stands: which line, and which of its points. */
export type Place = { series: number; place: number };

/**
 * The point that a key leads to; undefined for another key and at an end. `lines` says how many points each line has; a
 * line begins at its right end.
 */
export function walked(lines: readonly number[], { series, place }: Place, key: string): Place | undefined {
  const along = (to: number) => (to >= 0 && to < (lines[series] ?? 0) ? { series, place: to } : undefined);
  const across = (to: number) => {
    const points = lines[to] ?? 0;
    return points > 0 ? { series: to, place: Math.min(place, points - 1) } : undefined;
  };
  switch (key) {
    case "ArrowLeft":
      return along(place + 1);
    case "ArrowRight":
      return along(place - 1);
    case "ArrowUp":
      return across(series - 1);
    case "ArrowDown":
      return across(series + 1);
    case "Home":
      return along(0);
    case "End":
      return along((lines[series] ?? 0) - 1);
    default:
      return undefined;
  }
}
