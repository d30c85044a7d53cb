/** Ids of records that a person made start so; no record of the catalog does. */
export const CUSTOM_PREFIX = "custom-";
const MAX_NAME = 60;

/** "custom-" and the name in lower-case letters, digits, dots and dashes. */
export function customId(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+/, "")
    .slice(0, MAX_NAME)
    .replace(/[-.]+$/, "");
  return CUSTOM_PREFIX + (plain || "record");
}
