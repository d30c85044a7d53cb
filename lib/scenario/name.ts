/** Control characters, half characters, and marks that turn the reading direction around. */
const UNFIT = String.raw`\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069`;

/** What the name of a plan, or of an accelerator of one's own, must match. */
export const FIT_FOR_NAME = new RegExp(`^[^${UNFIT}]*$`, "u");

const EACH_UNFIT = new RegExp(`[${UNFIT}]`, "gu");

/**
 * A name as typed or pasted without what no name may hold. Nobody sees those marks, and some programs put them around
 * what they copy: a message about them would only puzzle.
 */
export const cleanName = (typed: string): string => typed.replace(EACH_UNFIT, "");
