import type { Accelerator } from "../schema";
import { acceleratorFile, type Finding, type Rule } from "./rule";

/** Rounding does not tell two parts apart. */
const tolerance = 0.005;

/** The forms that one chip is sold in, as record names say them. */
const forms = ["SXM", "PCIe", "NVL", "NVL72", "Server Edition", "Workstation Edition"] as const;
const formOf = ({ name }: Accelerator) => forms.findLast((form) => name.includes(form));

/** The chip behind a name, with the memory that it has; a superchip's letter is not the chip's. */
export function chipOf({ name }: Accelerator): string | undefined {
  const [, chip] = /\b(?:G(?=B))?([A-Z]\d{3}|RTX PRO \d+)\b/.exec(name) ?? [];
  return chip && `${chip} ${/\d+GB/.exec(name)?.[0] ?? ""}`;
}

/** A field of a record as something to compare: a figure's value, or a word. */
function valueAt(chip: Accelerator, path: string): number | string | undefined {
  let at: unknown = chip;
  for (const key of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[key];
  if (typeof at !== "object" || at === null) return at as string | undefined;
  const { value, perDirection } = at as { value?: number; perDirection?: { value: number } };
  return value ?? perDirection?.value;
}

const alike = (one: number | string | undefined, other: number | string | undefined) =>
  typeof one === "number" && typeof other === "number"
    ? Math.abs(one / other - 1) <= tolerance
    : one === other;

/** Parts of one chip say what tells them apart, and do not share it: a neighbour's column is the commonest slip. */
export const siblingFigures: Rule = {
  name: "parts of one chip do not share what tells them apart",
  check({ accelerators }) {
    const byId = new Map(accelerators.map((chip) => [chip.id, chip]));
    const said = new Set(
      accelerators.flatMap(({ id, unlike = [] }) => unlike.map(({ part }) => `${id} ${part}`)),
    );
    const silent = accelerators.flatMap((one, position) =>
      accelerators
        .slice(position + 1)
        .filter((other) => chipOf(one) && chipOf(one) === chipOf(other) && formOf(one) !== formOf(other))
        .filter(({ id }) => !said.has(`${one.id} ${id}`) && !said.has(`${id} ${one.id}`))
        .map((other): Finding => {
          const message = `expected what tells it from ${other.id}, here or there`;
          return { file: acceleratorFile(one), field: "unlike", message };
        }),
    );
    const shared = accelerators.flatMap((chip) =>
      (chip.unlike ?? []).flatMap(({ part, in: fields }): Finding[] => {
        const found = (field: string, message: string) => ({ file: acceleratorFile(chip), field, message });
        const other = byId.get(part);
        if (!other) return [found("unlike", `no file data/accelerators/${part}.toml`)];
        return fields
          .filter((field) => alike(valueAt(chip, field), valueAt(other, field)))
          .map((field) => found(field, `the figure of ${part}, from which it is said to differ here`));
      }),
    );
    return [...silent, ...shared];
  },
};
