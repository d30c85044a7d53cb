import type { Calibration, Model } from "@/lib/catalog/schema";
import type { Evidence } from "./evidence";

/** By definition: milliseconds of a day. */
const DAY = 86_400_000;
/** By judgement: days in which the kernels of a new model still change from release to release of the software. */
const FIRST_DAYS = 90;
/**
 * By judgement: spread of the logarithm of a rate in a model's first weeks. Between releases of one software published
 * rates of settled models moved by 4 to 15 %, those of mixtures that were new at the earlier one by about half.
 */
export const NEW_SPREAD = 0.35;

/**
 * Whether a model was so new when residuals were taken that what runs it may not be what will: released less than a
 * quarter before, or after, and never measured on this accelerator. False where nobody says when it was released.
 */
export function isNew(
  { released }: Pick<Model, "released">,
  { asOf }: Pick<Calibration, "asOf">,
  evidence: Evidence,
): boolean {
  if (released === undefined || asOf === undefined || evidence === "measured") return false;
  return (Date.parse(asOf) - Date.parse(released)) / DAY < FIRST_DAYS;
}
