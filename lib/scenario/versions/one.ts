import { inFull } from "./silent";

/**
 * A document of version 1 as one of version 2, in which an option may differ from the others in more than its format
 * and its layout, a price may say which offer it is, and mean lengths may be fractions. Sections that are no objects
 * are left for the schema to refuse.
 */
export const fromVersion1 = (older: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...inFull(older),
  v: 2,
});
