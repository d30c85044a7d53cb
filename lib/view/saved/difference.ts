import type { Estimate } from "@/lib/engine";
import { type MovedFigure, movedFigures } from "../moved";
import { optionNames } from "../option-name";
import { ownLines } from "../own-lines";
import { scenarioLines } from "../scenario-lines";
import type { Table } from "../table";

/** An assumption that two plans do not share; null on the side that does not make it. */
export type ChangedLine = { label: string; before: string | null; after: string | null };

/** What two plans differ in: assumptions that all options share, options, and figures of options that both have. */
export interface PlanDifference {
  readonly lines: ChangedLine[];
  readonly figures: MovedFigure[];
}

/** Compares two plans, or two versions of one. `nameOf` gives the name of a record's id. */
export function differenceOf(
  before: Estimate,
  after: Estimate,
  nameOf: (id: string) => string,
): PlanDifference {
  const sides = [before, after].map(
    ({ scenario }) =>
      new Map([
        ...scenarioLines(scenario, nameOf).map(({ label, text }) => [label, text] as const),
        ...(scenario.note === undefined ? [] : [["Note", scenario.note] as const]),
      ]),
  );
  const [old = new Map<string, string>(), now = new Map<string, string>()] = sides;
  const lines = [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? null, after: now.get(label) ?? null }))
    .filter((line) => line.before !== line.after);
  const names = [before, after].map((plan) => {
    const own = ownLines(plan, nameOf);
    return optionNames(plan).map((name, place) => `${name}: ${own[place]?.text}`);
  });
  // By the accelerator and not by the name: how many of it there are is one of the figures.
  const same = (_: unknown, place: number) =>
    before.options[place]?.accelerator.id === after.options[place]?.accelerator.id;
  const figures = movedFigures(
    { ...before, options: before.options.filter(same) },
    { ...after, options: after.options.filter(same) },
  );
  return { lines: [...lines, ...changedOptions(names)], figures };
}

/** Options by their place, where one has another name, says something else or is not there. */
function changedOptions([old = [], now = []]: readonly (readonly string[])[]): ChangedLine[] {
  const places = Array.from({ length: Math.max(old.length, now.length) }, (_, place) => place);
  return places
    .map((place) => ({
      label: `Option ${place + 1}`,
      before: old[place] ?? null,
      after: now[place] ?? null,
    }))
    .filter((line) => line.before !== line.after);
}

/** One row an assumption that changed. */
export const changedTable = (
  lines: readonly ChangedLine[],
  words: { before: string; after: string },
): Table => ({
  id: "changed-assumptions",
  title: "Assumptions that changed",
  columns: [
    { id: "label", label: "Assumption", kind: "text" },
    { id: "before", label: words.before, kind: "text" },
    { id: "after", label: words.after, kind: "text" },
  ],
  rows: lines.map(({ label, before, after }) => ({
    label,
    before: before ?? "none",
    after: after ?? "none",
  })),
});
