import { localeTag } from "@/lib/units";
import type { OwnFitAnswer } from "@/lib/view/prove/own-fit";
import type { FitTask } from "./fit-worker";

/** What runs say of constants, worked out by a worker of its own. Rejects when it fails or is stopped. */
export function fittedConstants(task: FitTask, stop: AbortSignal): Promise<OwnFitAnswer> {
  const worker = new Worker(new URL("./fit-worker.ts", import.meta.url), {
    type: "module",
    name: localeTag() ?? "",
  });
  return new Promise<OwnFitAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<OwnFitAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error("The constants could not be fitted."));
    stop.addEventListener("abort", () => reject(new Error("Stopped.")));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
