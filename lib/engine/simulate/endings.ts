/** A heap of running sequences by the step in which their answer ends, in arrays that are made once. */
export class Endings {
  private readonly steps: Float64Array;
  private readonly ids: Int32Array;
  private size = 0;

  /** At most `room` sequences are kept at a time. */
  constructor(room: number) {
    this.steps = new Float64Array(room + 1);
    this.ids = new Int32Array(room + 1);
  }

  /** The step of the next end; infinite when nothing runs. */
  get next(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.steps[0] as number);
  }

  /** The sequence that ends next. */
  get first(): number {
    return this.ids[0] as number;
  }

  push(step: number, id: number): void {
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.steps[above] as number) <= step) break;
      this.move(above, at);
      at = above;
    }
    this.steps[at] = step;
    this.ids[at] = id;
  }

  /** Takes the sequence that ends next away. */
  pop(): void {
    this.take(0);
  }

  /** The running sequence with the highest number in `order`. */
  last(order: Float64Array): number {
    let found = this.ids[0] as number;
    for (let i = 1; i < this.size; i++) {
      const id = this.ids[i] as number;
      if ((order[id] as number) > (order[found] as number)) found = id;
    }
    return found;
  }

  /** Takes a sequence away before its end, by looking at all that run. Returns the step in which it would have ended. */
  remove(id: number): number {
    const at = this.ids.subarray(0, this.size).indexOf(id);
    const end = this.steps[at] as number;
    // Below every other, it comes to the top, from where it can be taken.
    for (let child = at; child > 0; child = (child - 1) >> 1) this.move((child - 1) >> 1, child);
    this.take(0);
    return end;
  }

  private take(from: number): void {
    const last = --this.size;
    const step = this.steps[last] as number;
    const id = this.ids[last] as number;
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= last) break;
      if (below + 1 < last && (this.steps[below + 1] as number) < (this.steps[below] as number)) below++;
      if ((this.steps[below] as number) >= step) break;
      this.move(below, at);
      at = below;
    }
    this.steps[at] = step;
    this.ids[at] = id;
  }

  private move(from: number, to: number): void {
    this.steps[to] = this.steps[from] as number;
    this.ids[to] = this.ids[from] as number;
  }
}
