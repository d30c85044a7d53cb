/** A string, or one of the three number words that Python writes and JSON does not know. */
const STRING_OR_WORD = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:Infinity|NaN)\b/gs;

export type JsonReading = { ok: true; value: unknown } | { ok: false; message: string };

/** Reads the text of a configuration file. Python's Infinity and NaN, which some files hold, become null. */
export function parseConfigJson(text: string): JsonReading {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(STRING_OR_WORD, (match) => (match.startsWith('"') ? match : "null"));
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    return { ok: false, message: `not valid JSON: ${(error as Error).message}` };
  }
}
