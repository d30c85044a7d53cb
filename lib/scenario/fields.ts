import { type Field, type OnOption, onOption } from "./field-kinds";
import { financeFields } from "./finance-fields";
import { goalFields } from "./goal-fields";
import { owningFields, projectionFields, termFields, tokenFields } from "./money-fields";
import { optionFields } from "./option-fields";
import { memoryFields, servingFields, speculationFields } from "./serving-fields";
import { spreadFields, trafficFields } from "./traffic-fields";
import { workloadFields } from "./workload-fields";

const pathsOf = <F extends Record<string, Field>>(part: F) => Object.keys(part) as (keyof F)[];
const SPREADS = pathsOf(spreadFields);
const TRAFFIC = pathsOf(trafficFields);
const GOALS = pathsOf(goalFields);
const PROJECTION = pathsOf(projectionFields);

/** What holds for all options, and what only an option has. */
const declared = {
  ...workloadFields,
  ...spreadFields,
  ...trafficFields,
  ...goalFields,
  ...servingFields,
  ...speculationFields,
  ...memoryFields,
  ...optionFields,
  ...financeFields,
  ...termFields,
  ...owningFields,
  ...tokenFields,
  ...projectionFields,
} as const;

/** What is asked of all options alike: none may answer another question than the others. */
const QUESTION = [
  "workload.inputTokens",
  "workload.outputTokens",
  ...SPREADS,
  ...TRAFFIC,
  ...GOALS,
  ...PROJECTION,
] as const satisfies readonly (keyof typeof declared)[];

type Declared = typeof declared;
type Ownable = Exclude<keyof Declared, (typeof QUESTION)[number] | `options.${string}`>;
type OwnFields = {
  [P in Ownable as P extends `${string}.${infer Key}` ? `options.${Key}` : never]: OnOption<Declared[P]>;
};

/** The fields that an option may say for itself, under its own path. */
function ownFields(): OwnFields {
  const question: readonly string[] = QUESTION;
  const own = Object.entries<Field>(declared).filter(
    ([path]) => !path.startsWith("options.") && !question.includes(path),
  );
  return Object.fromEntries(
    own.map(([path, field]) => [`options${path.slice(path.indexOf("."))}`, onOption(field)]),
  ) as OwnFields;
}

/**
 * Every knob of a scenario: its label, unit, bounds, default and help. The schema, the form and the link are made
 * from this table, so each is written once. A key without an index ("options.tp") holds for every option. What an
 * option may say for itself ("options.weights") has no default: without it the setting of all options holds.
 *
 * A default is part of every saved link, which leaves it out: changing one needs a new version, see versions/.
 */
export const fields = { ...declared, ...ownFields() };

export type FieldPath = keyof typeof fields;
/** Paths of the fields that hold a number. */
export type NumberFieldPath = {
  [P in FieldPath]: (typeof fields)[P] extends { kind: "number" } ? P : never;
}[FieldPath];

/** The parts of a scenario that hold for all of its options. */
export type SectionId = "workload" | "traffic" | "goals" | "serving" | "finance" | "money";

/** What a section says where nothing is said: its fields with a default. */
export function presetsOf(section: SectionId | "options"): Record<string, unknown> {
  const found = Object.entries<Field>(fields).filter(
    ([path, field]) => path.startsWith(`${section}.`) && field.default !== undefined,
  );
  return Object.fromEntries(found.map(([path, field]) => [path.slice(section.length + 1), field.default]));
}

/** The field of a path with or without an index: "options.0.tp" is "options.tp". Undefined when there is none. */
export function fieldOf(path: string): (typeof fields)[FieldPath] | undefined {
  const key = path.replace(/^options\.\d+\./, "options.");
  return Object.hasOwn(fields, key) ? fields[key as FieldPath] : undefined;
}
