import { acceleratorFile, type Finding, type Rule } from "./rule";

/** Words that tell parts of one chip apart; within a group a part is one of them. */
const editions = [
  ["Server Edition", "Workstation Edition", "Max-Q"],
  ["SXM", "PCIe card", "NVL", "OAM"],
] as const;

/** Every figure of a record by its path: the chosen ones, not those that `disagree`. */
function* chosenFigures(value: unknown, path = ""): Generator<{ path: string; note: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "disagree") continue;
    if (key === "note" && typeof inner === "string") yield { path, note: inner };
    else yield* chosenFigures(inner, path ? `${path}.${key}` : key);
  }
}

/** A chosen figure is of the part that the record names, never of a sibling: "Of the Workstation Edition" is not. */
export const ownEdition: Rule = {
  name: "a figure is of the record's own part",
  check: (catalog) =>
    [...catalog.accelerators, ...catalog.incompleteAccelerators].flatMap((chip) =>
      editions.flatMap((group): Finding[] => {
        const own = group.find((edition) => chip.name.includes(edition));
        if (!own) return [];
        const others = group.filter((edition) => edition !== own);
        return [...chosenFigures(chip)].flatMap(({ path, note }) => {
          const other = others.find((edition) =>
            new RegExp(`\\b[Oo]f the ${edition}|^${edition}`).test(note),
          );
          const message = `the note says "${other}", and the record is the ${own}`;
          return other ? [{ file: acceleratorFile(chip), field: path, message }] : [];
        });
      }),
    ),
};
