/** A point on a plane where less is better on both axes. */
export interface Placed {
  readonly x: number;
  readonly y: number;
}

/** The points of `known` and `added` that no other beats on both axes, by rising x. Of equals the first stays. */
export function paretoFront<P extends Placed>(known: readonly P[], added: readonly P[]): P[] {
  const sorted = [...known, ...added].sort((a, b) => a.x - b.x || a.y - b.y);
  const front: P[] = [];
  for (const point of sorted) {
    const last = front.at(-1);
    if (!last || point.y < last.y) front.push(point);
  }
  return front;
}

/** Whether a point of the front is at least as good on both axes. The front is sorted, so the last with less x decides. */
export function isBeaten(front: readonly Placed[], { x, y }: Placed): boolean {
  let low = 0;
  let high = front.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((front[middle] as Placed).x <= x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (front[low - 1] as Placed).y <= y;
}
