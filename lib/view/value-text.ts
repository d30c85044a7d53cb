import { type FieldPath, fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { readField } from "@/lib/scenario/read-field";

/** A value of a field in words and units. `nameOf` gives the name of a record's id. */
export function valueText(path: FieldPath, value: string | number, nameOf: (id: string) => string): string {
  const field = fields[path];
  if (field.kind === "record") return nameOf(String(value));
  if (field.kind === "choice")
    return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
  // A year is a name and no amount.
  if (path === "money.startYear") return String(value);
  const reading = readField(path as NumberFieldPath, value);
  return reading.ok ? reading.understood : String(value);
}
