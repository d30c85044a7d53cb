import { constant } from "@/lib/formula";
import { parseUnit } from "@/lib/units";

/** Fixed numbers. */
export const token = constant("tok", 1, "One token");
export const flopPerMac = constant("FLOP", 2, "Floating-point operations of one multiply-accumulate");
export const bytesPerHalf = constant("B", 2, "Bytes of a 16-bit number");
export const secondsPerYear = constant("s", parseUnit("year").factor, "Seconds in a year of 365 days");
export const secondsPerDay = constant("s", parseUnit("day").factor, "Seconds in a day");
/** By judgement: English prose, three words to four tokens. */
export const wordsPerToken = constant("1", 0.75, "Words of a token");
/** By definition. */
export const monthsPerYear = constant("1", 12, "Months in a year");
export const secondsPerMonth = constant("s", parseUnit("month").factor, "Seconds in a twelfth of a year");
/** By definition. */
export const daysPerWeek = constant("1", 7, "Days in a week");
