import { type FieldPath, fields } from "./fields";
import type { Option } from "./schema";

const defaults = Object.fromEntries(
  (Object.keys(fields) as FieldPath[]).flatMap((path) => {
    const field: { default?: number | string } = fields[path];
    const [section, key = ""] = path.split(".");
    return section === "options" && field.default !== undefined ? [[key, field.default]] : [];
  }),
);

/** A first guess for a newly added accelerator: every field at its default, at the catalog's price unless given. */
export function newOption(accelerator: string, pricePerHour?: number): Option {
  const price = pricePerHour === undefined ? {} : { pricePerHour };
  return { accelerator, ...defaults, ...price } as Option;
}
