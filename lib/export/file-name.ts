/** What a plan without a name is called. */
export const UNNAMED = "Untitled plan";
/** Characters of a name that every file system takes. */
const LONGEST = 80;

/** The name of a file that a plan is saved as: its own, as far as file systems take it. */
export function fileName(name: string | undefined, ending: string): string {
  const plain = (name ?? "")
    .replace(/[^\p{L}\p{N} ._-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
  return `${plain || UNNAMED}.${ending}`;
}
