import type { ChoiceField, NumberField } from "@/lib/scenario/field-kinds";
import { type FieldPath, fields, type NumberFieldPath } from "@/lib/scenario/fields";

type Section = "workload" | "serving" | "finance" | "options";

const paths = Object.keys(fields) as FieldPath[];

/** The number fields of a section, in the order of the scenario's own table. */
export function numberPaths(section: Section, advanced: boolean): NumberFieldPath[] {
  return paths.filter((path): path is NumberFieldPath => {
    const field = fields[path];
    if (!path.startsWith(`${section}.`) || field.kind !== "number") return false;
    const { tab }: NumberField = field;
    return (tab === "advanced") === advanced;
  });
}

/** The fields of a section that hold one of a few words. */
export function choicePaths(section: Section): { path: FieldPath; field: ChoiceField }[] {
  return paths.flatMap((path) => {
    const field = fields[path];
    return path.startsWith(`${section}.`) && field.kind === "choice" ? [{ path, field }] : [];
  });
}
