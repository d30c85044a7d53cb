import { type Finding, modelFile, type Rule } from "./rule";

/** "-2407" and "-03-2025" at the end of a name are its month. */
const yearMonth = /-(2\d)(0[1-9]|1[0-2])$/;
const monthYear = /-(0[1-9]|1[0-2])-(20\d\d)$/;

/** The month that a model's name ends in, as far as it does. */
function namedMonth(name: string): string | undefined {
  const [, shortYear, ofYear] = yearMonth.exec(name) ?? [];
  if (shortYear) return `20${shortYear}-${ofYear}`;
  const [, month, year] = monthYear.exec(name) ?? [];
  return year && `${year}-${month}`;
}

/** A model that has its month in its name was not released before it: an earlier date is its predecessor's. */
export const releasedNamed: Rule = {
  name: "a release is not before the month in the name",
  check: (catalog) =>
    [...catalog.models, ...catalog.incompleteModels].flatMap((model): Finding[] => {
      const named = namedMonth(model.name);
      if (!named || !model.released || model.released >= named) return [];
      const message = `expected ${named} or later by the name, got ${model.released}`;
      return [{ file: modelFile(model), field: "released", message }];
    }),
};
