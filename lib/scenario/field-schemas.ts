import * as z from "zod";
import type { NumberField } from "./field-kinds";
import { fields, type NumberFieldPath } from "./fields";
import { MAX_NAME, MAX_NOTE } from "./limits";
import { FIT_FOR_NAME } from "./name";
import { readNumber } from "./read-field";

/** What the parts of a scenario are read by. */

/** A number, or text that is read in the field's unit. */
export function quantityIn(field: NumberField) {
  return z.union([z.number(), z.string()]).transform((input, context): number => {
    const reading = readNumber(field, input);
    if (reading.ok) return reading.value;
    context.addIssue({ code: "custom", message: `${field.label}: ${reading.message}` });
    return z.NEVER;
  });
}

/** The same for a field of the scenario's table. */
export const quantity = (path: NumberFieldPath) => quantityIn(fields[path]);

// Whether such a record exists is checked where the catalog is known.
export const recordIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9._-]*$/);

export const name = z.string().trim().max(MAX_NAME).regex(FIT_FOR_NAME);
export const label = name.min(1);
/** What the sender of a plan says of it to whoever opens it. */
export const note = z.string().trim().min(1).max(MAX_NOTE).regex(FIT_FOR_NAME);
