import * as z from "zod";
import { parseQuantity } from "@/lib/units";

/** Text that must not be empty. */
export const text = z.string().trim().min(1);

/** The id of a record: kebab-case, the name of its file. Dots appear in model versions (3.1), underscores in GGUF types. */
export const recordId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, "expected lower-case letters, digits, '.', '_' and '-'");

/** A calendar date as YYYY, YYYY-MM or YYYY-MM-DD, as exact as its source is. */
export const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: "expected a date such as 2026-08-22, 2026-08 or 2026",
});

/** What another source says about the same figure; the record keeps it beside the chosen one. */
const disagreement = z.strictObject({ text, source: recordId, note: text.optional() });

/** A figure with its origin: `value` in base SI, `text` as the source prints it. */
export type Figure = {
  value: number;
  text: string;
  source: string;
  note?: string;
  asOf?: string;
  disagree?: z.infer<typeof disagreement>[];
};

/**
 * The schema of a figure measured in `unit`. In a file `value` is the text the source prints
 * ("3.35 TB/s"); it must be positive unless `allowZero`.
 */
export function figure(unit: string, options: { allowZero?: boolean } = {}) {
  return z
    .strictObject({
      value: text,
      source: recordId,
      note: text.optional(),
      asOf: date.optional(),
      disagree: z.array(disagreement).optional(),
    })
    .transform(({ value, ...origin }, context): Figure => {
      // A person may type a bare number; a record must say its unit, or a typing error goes unseen.
      const unitless = unit === "1" || unit === "USD" || /[a-z]/i.test(value);
      const parsed = unitless
        ? parseQuantity(value, unit)
        : { ok: false as const, message: `expected a unit, as in ${unit}, got "${value}"` };
      const legal = parsed.ok && (parsed.value > 0 || (options.allowZero && parsed.value === 0));
      if (!legal) {
        const message = parsed.ok ? `expected a positive figure, got "${value}"` : parsed.message;
        context.addIssue({ code: "custom", path: ["value"], message });
        return z.NEVER;
      }
      return { value: parsed.value, text: value, ...origin };
    });
}
