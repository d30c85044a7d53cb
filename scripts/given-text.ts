import { readFileSync } from "node:fs";
import { givenPath } from "./given-path";

/**
 * The text of a file that a person named; "-" is standard input. A byte order mark is dropped. Throws what to say when
 * it cannot be read or is no UTF-8.
 */
export function givenText(name: string): string {
  const bytes = readFileSync(name === "-" ? 0 : givenPath(name));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("is not text in UTF-8");
  }
}
