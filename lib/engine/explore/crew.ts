import { type Found, type Fronts, foundTogether, NOTHING_FOUND } from "./found";
import type { Progress } from "./progress";
import { type Space, type Unit, unitsOf } from "./space";

/** Something that searches a unit of a space elsewhere: a worker of the browser or of Node. */
export interface Hand {
  readonly search: (unit: Unit, known: Fronts) => Promise<Found>;
}

/**
 * Shares the units of a space out among hands, each the next as soon as it is done with one, with the fronts that all
 * have found so far. Ends early, with what was found, when `signal` says so. Rejects as soon as a hand does.
 */
export async function exploreWith(
  hands: readonly Hand[],
  space: Space,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Found> {
  const units = unitsOf(space);
  let found = NOTHING_FOUND;
  let next = 0;
  let done = 0;
  const work = async (hand: Hand): Promise<void> => {
    while (next < units.length && !signal?.aborted) {
      const unit = units[next++] as Unit;
      // Read what is found after the wait: other hands have added to it meanwhile.
      const part = await hand.search(unit, found.fronts);
      found = foundTogether(found, part);
      done++;
      report({ done, units: units.length, found });
    }
  };
  await Promise.all(hands.map(work));
  return found;
}
