import type { Scenario } from "@/lib/scenario";
import type { Lookup } from "../deployment";
import { Exploration } from "./exploration";
import { type Findings, foundTogether, NOTHING_FOUND } from "./findings";
import type { Progress } from "./progress";
import { searchSlice } from "./slice";
import { type Space, slicesOf } from "./space";

/** Searches a space on this thread by means alone, a slice at a time: take as many as there is time for. */
export function* explore(scenario: Scenario, lookup: Lookup, space: Space): Generator<Progress, Findings> {
  const question = new Exploration(scenario, lookup, space);
  const slices = slicesOf(space);
  let found = NOTHING_FOUND;
  for (const [index, slice] of slices.entries()) {
    found = foundTogether(found, searchSlice(question, slice, found.fronts));
    yield { done: index + 1, slices: slices.length, found };
  }
  return found;
}
