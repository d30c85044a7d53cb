import type { Scenario } from "@/lib/scenario";
import type { Lookup } from "../deployment";
import { type Found, foundTogether, NOTHING_FOUND } from "./found";
import type { Progress } from "./progress";
import { Question } from "./question";
import { type Space, unitsOf } from "./space";
import { searchUnit } from "./unit";

/** Searches a space on this thread by means alone, a unit at a time: take as many as there is time for. */
export function* explore(scenario: Scenario, lookup: Lookup, space: Space): Generator<Progress, Found> {
  const question = new Question(scenario, lookup, space);
  const units = unitsOf(space);
  let found = NOTHING_FOUND;
  for (const [index, unit] of units.entries()) {
    found = foundTogether(found, searchUnit(question, unit, found.fronts));
    yield { done: index + 1, units: units.length, found };
  }
  return found;
}
