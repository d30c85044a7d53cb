import { localeTag } from "@/lib/units";
import type { WorkbookReply, WorkbookTask } from "./workbook-worker";

/** A plan's workbook that is being written, away from the page. */
export interface PreparedWorkbook {
  /** Its bytes, once they are there; rejects with what went wrong. */
  readonly bytes: Promise<Uint8Array>;
  /** Gives up what is not written yet. */
  readonly end: () => void;
}

/**
 * Begins to write a plan's workbook in a worker of its own. A worker's first workbook costs twice what its next would: its code
 * is read and compiled on the way. So it begins when somebody may want the file, and not when they ask for it.
 */
export function prepareWorkbook(task: WorkbookTask): PreparedWorkbook {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
    type: "module",
    name: localeTag() ?? "",
  });
  const end = () => worker.terminate();
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkbookReply>) =>
      "bytes" in data ? resolve(data.bytes) : reject(new Error(data.failed));
    worker.onerror = () => reject(new Error("the workbook could not be written"));
    worker.postMessage(task);
  }).finally(end);
  // Whoever asks for it is told; nobody may ask.
  bytes.catch(() => undefined);
  return { bytes, end };
}
