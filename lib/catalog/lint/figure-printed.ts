import type { Accelerator, IncompleteAccelerator } from "../schema";
import { acceleratorFile, type Finding, type Rule } from "./rule";

type Cited = { path: string; source: string; text: string };

/** Every figure of a record with its source, those that disagree included; what it lacks or differs in is no figure. */
function* figuresIn(value: unknown, path = ""): Generator<Cited> {
  if (typeof value !== "object" || value === null) return;
  const { source, text, value: whole } = value as { source?: string; text?: string; value?: number };
  const printed = text ?? whole?.toString();
  if (source && printed) yield { path, source, text: printed };
  for (const [key, inner] of Object.entries(value))
    yield* figuresIn(
      inner,
      key === "disagree" || Array.isArray(value) ? path : path ? `${path}.${key}` : key,
    );
}

/** Arithmetic is its own source, and stands in the note. */
const citedIn = (chip: Accelerator | IncompleteAccelerator) =>
  [...figuresIn(chip)].filter(({ source }) => source !== "derived");

/**
 * A figure stands in its source: a document that is cited for several parts has an extract of what it prints of each, and
 * what a record takes from it is there. A document of one part cannot be mistaken for that of another.
 */
export const figurePrinted: Rule = {
  name: "a figure is printed by its source",
  check({ accelerators, incompleteAccelerators, extracts }) {
    const chips = [...accelerators, ...incompleteAccelerators];
    const prints = new Map(extracts.map(({ id, prints }) => [id, prints]));
    const citedFor = new Map<string, Set<string>>();
    for (const chip of chips)
      for (const { source } of citedIn(chip))
        citedFor.set(source, (citedFor.get(source) ?? new Set()).add(chip.id));
    const silent = [...citedFor].flatMap(([source, parts]): Finding[] => {
      if (parts.size < 2 || prints.has(source)) return [];
      const message = `cited for ${[...parts].join(", ")}: expected data/extracts/${source}.toml with what it prints of each`;
      return [{ file: `data/sources/${source}.toml`, field: "extract", message }];
    });
    const foreign = chips.flatMap((chip) =>
      citedIn(chip).flatMap(({ path, source, text }): Finding[] => {
        const printed = prints.get(source)?.[chip.id]?.[path] ?? [];
        if (!prints.has(source) || [printed].flat().includes(text)) return [];
        const has = printed.length > 0 ? `prints ${[printed].flat().join(", ")}` : "has none of this part";
        return [{ file: acceleratorFile(chip), field: path, message: `${text}, and ${source} ${has}` }];
      }),
    );
    return [...silent, ...foreign];
  },
};
