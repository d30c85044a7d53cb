/** One of the three number words that Python writes and JSON does not know. */
const PYTHON_WORD = /-?\b(?:Infinity|NaN)\b/g;

export type JsonReading = { ok: true; value: unknown } | { ok: false; message: string };

/** Reads the text of a configuration file. Python's Infinity and NaN, which some files hold, become null. */
export function parseConfigJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(withoutPythonWords(text.replace(/^\uFEFF/, ""))) };
  } catch (error) {
    return { ok: false, message: `not valid JSON: ${(error as Error).message}` };
  }
}

/** The text with those words replaced wherever they stand outside strings. */
function withoutPythonWords(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    const end = endOfString(text, start);
    parts.push(text.slice(at, start).replace(PYTHON_WORD, "null"), text.slice(start, end));
    at = end;
  }
  return parts.join("");
}

/** Where the string ends whose quotation mark is at `start`. A pattern would need a stack as long as the string. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}
