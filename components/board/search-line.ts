/** Work that has begun: what comes of it, and how to end it before. */
export interface Begun {
  done: Promise<unknown>;
  stop: () => void;
}

/** What one asker holds of a search: what is found, undefined once it asks no longer; and how to do so. */
export interface Asked<T> {
  found: Promise<T | undefined>;
  leave: () => void;
}

/** A search that waits in line, is being done, is done, or was given up because nobody asked any more. */
export class Place<S> {
  readonly found: Promise<unknown>;
  settle: (found?: unknown) => void = () => {};
  fail: (why: unknown) => void = () => {};
  askers = 0;
  given: "in line" | "begun" | "up" = "in line";

  constructor(readonly search: S) {
    this.found = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
    });
  }

  giveUp() {
    this.given = "up";
    this.settle();
  }

  /** One more asker. */
  ask<T>(): Asked<T> {
    let asks = true;
    this.askers++;
    const leave = () => {
      if (!asks) return;
      asks = false;
      this.askers--;
      if (this.askers === 0 && this.given === "in line") this.giveUp();
    };
    return { found: this.found.then((found) => (asks ? (found as T) : undefined)), leave };
  }
}

/**
 * A line before one worker: the most pressing is done first (least `rank`), of those the one that came first. What nobody
 * asks for any more leaves the line; where it is being done, it is stopped as soon as it holds up another. Gives the function
 * that puts a search in line.
 */
export function lineOf<S>(rank: (search: S) => number, begin: (search: S) => Begun): (search: S) => Place<S> {
  let line: Place<S>[] = [];
  let now: { place: Place<S>; stop: () => void } | undefined;

  function next() {
    line = line.filter(({ given }) => given === "in line");
    if (now) return;
    const [first] = line.toSorted((a, b) => rank(a.search) - rank(b.search));
    if (!first) return;
    first.given = "begun";
    const { done, stop } = begin(first.search);
    const at = { place: first, stop };
    now = at;
    const ended = () => {
      if (now !== at) return;
      now = undefined;
      next();
    };
    done.then(first.settle, first.fail).then(ended);
  }

  return (search) => {
    const place = new Place(search);
    line.push(place);
    if (now?.place.askers === 0) {
      now.stop();
      now.place.giveUp();
      now = undefined;
    }
    // In a moment, when all that are asked for at once are in line.
    queueMicrotask(next);
    return place;
  };
}
