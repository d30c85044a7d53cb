import { aiperf } from "./readers/aiperf";
import { guidellm } from "./readers/guidellm";
import { llamaBench } from "./readers/llama-bench";
import { mlperf } from "./readers/mlperf";
import type { Reader, ResultFile } from "./readers/reader";
import { sglang, vllm } from "./readers/serving";
import { trtllm } from "./readers/trtllm";
import { type Result, UnreadableResult } from "./result";

/** The result files that can be read, by the tools that write them. */
export const READERS: readonly Reader[] = [mlperf, trtllm, guidellm, sglang, vllm, aiperf, llamaBench];

/** The longest file that is read. A result with every token's time has some 5 MB for a thousand requests. */
export const MOST_BYTES = 64 * 2 ** 20;

/**
 * The runs in a result file of a known tool. Throws UnreadableResult, naming the file, for one that is empty, too long,
 * cut off, of no known tool, or not as its tool writes it.
 */
export function readResult(name: string, text: string): readonly Result[] {
  if (text.length > MOST_BYTES) throw new UnreadableResult(tooLong(name, text.length));
  if (text.trim() === "") throw new UnreadableResult(`${name} is empty`);
  const file: ResultFile = { name, text, values: jsonOf(name, text) };
  for (const { read } of READERS) {
    const results = read(file);
    if (results) return results;
  }
  const known = READERS.map(({ tool, looksLike }) => `${tool} (${looksLike})`).join("; ");
  throw new UnreadableResult(`${name} is no result file that is known here. Known are: ${known}`);
}

/** What is said of a file that is too long, before anybody reads it. */
export const tooLong = (name: string, bytes: number): string =>
  `${name} has ${Math.round(bytes / 2 ** 20)} MiB; result files up to ${MOST_BYTES / 2 ** 20} MiB are read. Save it without each request's details.`;

/** The JSON of a text: its whole, or a value a line; undefined for a text that does not look like JSON. */
function jsonOf(name: string, text: string): readonly unknown[] | undefined {
  const begin = text.trimStart();
  if (!begin.startsWith("{") && !begin.startsWith("[")) return undefined;
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length > 1 && lines[0]?.trimEnd().endsWith("}"))
      return lines.map((line, index) => jsonLine(name, line, index + 1));
    throw new UnreadableResult(
      `${name} begins as JSON but ends before it is complete; it may have been cut off`,
    );
  }
}

function jsonLine(name: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnreadableResult(`${name}, line ${number} is not JSON; the file may have been cut off`);
  }
}
