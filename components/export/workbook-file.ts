import { localeTag } from "@/lib/units";
import type { WorkbookReply, WorkbookTask } from "./workbook-worker";

/** The bytes of a plan's workbook, written by a worker of its own. Rejects with what went wrong. */
export function workbookBytes(task: WorkbookTask): Promise<Uint8Array> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
    type: "module",
    name: localeTag() ?? "",
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkbookReply>) =>
      "bytes" in data ? resolve(data.bytes) : reject(new Error(data.failed));
    worker.onerror = () => reject(new Error("the workbook could not be written"));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
