import { localeTag } from "@/lib/units";
import type { Given, ReadFile } from "./read-worker";

/** What result files say, or what is wrong with each, read by a worker of its own. Rejects when that fails. */
export function readFiles(files: readonly Given[]): Promise<readonly ReadFile[]> {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
    type: "module",
    name: localeTag() ?? "",
  });
  return new Promise<readonly ReadFile[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly ReadFile[]>) => resolve(data);
    worker.onerror = () => reject(new Error("The files could not be read."));
    worker.postMessage(files);
  }).finally(() => worker.terminate());
}
