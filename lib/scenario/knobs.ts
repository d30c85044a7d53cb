import { parseUnit, sameDimension } from "@/lib/units";
import { conditions } from "./conditions";
import type { AsInput, Field } from "./field-kinds";
import { type FieldPath, fields, type SectionId } from "./fields";
import { helpOf } from "./money-help";
import type { Plan, SharedPath } from "./plan";

/** Who reads a setting: the formulas of a plan, or those of the months to come. */
type Of = "plan" | "months";
type InputAt<P extends FieldPath> = (typeof fields)[P] extends { input: infer I } ? I : never;

/** Paths of the settings that are inputs as they stand. */
export type KnobPath = { [P in FieldPath]: [InputAt<P>] extends [never] ? never : P }[FieldPath];
type OfPath<P extends KnobPath> = InputAt<P> extends { of: "months" } ? "months" : "plan";
type IdAt<P extends KnobPath> =
  InputAt<P> extends { id: infer Id extends string } ? Id : P extends `${string}.${infer Key}` ? Key : never;

/** The names of their inputs, with the path of each. */
export type KnobPaths<O extends Of> = { [P in KnobPath as OfPath<P> extends O ? IdAt<P> : never]: P };

/** The sections as they hold for a plan, or for all options of a scenario. */
type Said = Pick<Plan, SectionId> & Partial<Pick<Plan, "option">>;

/** A setting as an input of formulas, made from its row alone. */
export interface Knob {
  readonly path: KnobPath;
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly structural: boolean;
  /** What a plan says of it, or what counts instead, in `unit`. A choice is its place in the list, from zero. */
  readonly value: (said: Said) => number;
  /** The setting that decides instead where this one means nothing. */
  readonly idleBy: (said: Said) => SharedPath | undefined;
}

/** Every setting that formulas of a kind read as it stands. Throws at the start where two would have one name. */
export function knobsOf(of: Of): Knob[] {
  const knobs = (Object.entries(fields) as [FieldPath, Field][]).flatMap(([path, field]) =>
    field.input && (field.input.of ?? "plan") === of ? [knobOf(path as KnobPath, field, field.input)] : [],
  );
  const twice = knobs.find(({ id }, index) => knobs.findIndex((other) => other.id === id) < index);
  if (twice) throw new Error(`${twice.path} is the second setting that is called "${twice.id}" in formulas`);
  return knobs;
}

/** What a setting is, as its form says it. */
export function settingWords(path: FieldPath): string {
  return `${fields[path].label}. ${helpOf(path)}`;
}

function knobOf(path: KnobPath, field: Field, { id, unit, otherwise = 0, idle, structural }: AsInput): Knob {
  // The path is taken apart once, because a sweep reads it at every load.
  const [section, key = ""] = path.split(".") as [SectionId | "options", string];
  const home = section === "options" ? "option" : section;
  const stored = field.kind === "number" ? field.stored : "1";
  const rule = idle === undefined || field.when === undefined ? undefined : conditions[field.when];
  const factor = factorTo(unit ?? stored, stored);
  const places = field.kind === "choice" ? field.choices.map(({ value }) => value) : [];
  const read = (said: Said): number => {
    const value = (said[home] as unknown as Record<string, number | string | undefined>)[key];
    if (value === undefined) return otherwise;
    return typeof value === "number" ? value : places.indexOf(value);
  };
  return {
    path,
    id: id ?? key,
    label: field.kind === "choice" ? placesText(field.label, field.choices) : firstSentence(helpOf(path)),
    unit: unit ?? stored,
    structural: structural === true,
    value: (said) => (rule && !rule[1](said) ? (idle as number) : read(said) * factor),
    idleBy: (said) => (rule && !rule[1](said) ? rule[0] : undefined),
  };
}

/** What takes a stored number to `unit`; one of another dimension counts it as it stands. Throws where it is no base unit. */
function factorTo(unit: string, stored: string): number {
  const [to, from] = [parseUnit(unit), parseUnit(stored)];
  if (to.factor !== 1)
    throw new Error(`${unit} is no base unit: a setting in it cannot be an input as it stands`);
  return sameDimension(to.dimension, from.dimension) ? from.factor : 1;
}

const firstSentence = (help: string): string => help.replace(/\.( .*)?$/s, "");

const placesText = (label: string, choices: readonly { readonly label: string }[]): string =>
  `${label}: ${choices.map((each, place) => `${place} ${each.label.toLowerCase()}`).join("; ")}`;
