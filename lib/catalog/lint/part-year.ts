import type { Accelerator } from "../schema";
import { acceleratorFile, type Finding, type Rule } from "./rule";
import { chipOf } from "./sibling-figures";
import { citedIn } from "./sources-resolve";

/** Parts of one chip come out in one year, or say that they do not: a later year is that of the chip's other form. */
function otherYears(accelerators: readonly Accelerator[]): Finding[] {
  const differs = (one: Accelerator, other: Accelerator) =>
    one.unlike?.some(({ part, in: fields }) => part === other.id && fields.includes("year"));
  return accelerators.flatMap((one, position) =>
    accelerators
      .slice(position + 1)
      .filter((other) => chipOf(one) && chipOf(one) === chipOf(other) && one.year && other.year)
      .filter(
        (other) => one.year?.value !== other.year?.value && !differs(one, other) && !differs(other, one),
      )
      .map((other): Finding => {
        const message = `${one.year?.value}, and ${other.id} of the same chip is of ${other.year?.value}: say so in unlike`;
        return { file: acceleratorFile(one), field: "year", message };
      }),
  );
}

/** A part is not younger than a document that speaks of it, unless it is announced, and no part is of a year after its record's own source. */
export const partYear: Rule = {
  name: "a part's year is its chip's, and not after a document that speaks of it",
  check({ accelerators, incompleteAccelerators, sources }) {
    const dates = new Map(sources.map(({ id, date }) => [id, date]));
    const early = [...accelerators, ...incompleteAccelerators].flatMap((chip): Finding[] => {
      const year = chip.year?.value;
      if (!year || chip.announced) return [];
      return [...citedIn(chip)].flatMap(({ path, source }): Finding[] => {
        const date = dates.get(source);
        if (!date || Number(date.slice(0, 4)) >= year) return [];
        const message = `${year}, and ${source} of ${date} has its ${path.replace(/\.source$/, "")}`;
        return [{ file: acceleratorFile(chip), field: "year", message }];
      });
    });
    return [...otherYears(accelerators), ...early];
  },
};
