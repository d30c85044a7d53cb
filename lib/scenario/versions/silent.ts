/** Whether a part of a document is an object; anything else is left for the schema to refuse. */
export const isSection = (section: unknown): section is Readonly<Record<string, unknown>> =>
  typeof section === "object" && section !== null && !Array.isArray(section);

/** The section with every value that it left to its default. */
export function spelledOut(silent: Readonly<Record<string, unknown>>, section: unknown): unknown {
  if (!isSection(section)) return section;
  const said = Object.entries(section).filter(([, value]) => value !== undefined);
  return { ...silent, ...Object.fromEntries(said) };
}
