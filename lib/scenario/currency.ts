import * as z from "zod";
import { label } from "./field-schemas";

/** What one dollar may be worth: from the Kuwaiti dinar to the weakest of currencies, with room. */
const RATES = { least: 1e-4, most: 1e7 };

/**
 * The currency that a plan's amounts are shown in, with the rate that the person gives: nothing is converted without its
 * rate, its day and its source beside it. The formulas count in US dollars.
 */
export const currencySchema = z.strictObject({
  /** ISO 4217. */
  code: z.string().regex(/^[A-Z]{3}$/),
  /** Units of it for one US dollar. */
  perDollar: z.number().min(RATES.least).max(RATES.most),
  /** The day of the rate, as exact as its source is. */
  asOf: label,
  source: label,
});
export type PlanCurrency = z.output<typeof currencySchema>;
