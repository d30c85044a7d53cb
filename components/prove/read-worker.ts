import { MOST_BYTES, readResult, tooLong } from "@/lib/measure/read-result";
import { type Result, UnreadableResult } from "@/lib/measure/result";

/** A file that a person gave: only its handle goes to the worker, which reads it. */
export type Given = { name: string; content: Blob };
export type ReadFile = { name: string } & ({ results: readonly Result[] } | { message: string });

/** Reads result files away from the page: tens of megabytes take seconds. */
addEventListener("message", async ({ data }: MessageEvent<readonly Given[]>) => {
  const read: ReadFile[] = [];
  for (const given of data) read.push({ name: given.name, ...(await resultsOf(given)) });
  postMessage(read);
});

async function resultsOf({ name, content }: Given) {
  if (content.size > MOST_BYTES) return { message: tooLong(name, content.size) };
  let text = "";
  try {
    text = await content.text();
  } catch {
    return { message: `${name} could not be read: it was moved, changed or is no file` };
  }
  try {
    return { results: readResult(name, text) };
  } catch (error) {
    if (!(error instanceof UnreadableResult)) throw error;
    return { message: error.message };
  }
}
