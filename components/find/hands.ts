import type { Configuration, Fronts, Hand, Judge, Proposal, Slice, Space } from "@/lib/engine/explore";
import type { Scenario } from "@/lib/scenario/schema";
import { localeTag } from "@/lib/units";
import type { CatalogRecords } from "@/lib/view/catalog-records";

/** What a hand needs to know before it is asked anything. */
export type Asked = { scenario: Scenario; records: CatalogRecords; space: Space };

export type Order =
  | { asked: Asked }
  | { slice: Slice; known: Fronts }
  | { proposal: Proposal; below?: number | undefined }
  | { point: Configuration };

/** More than four threads wait for memory rather than compute. */
const MOST = 4;

/** Threads of the browser that search; they stay while the panel is open. */
export class Crew {
  private readonly workers = Array.from(
    { length: Math.max(1, Math.min(MOST, navigator.hardwareConcurrency ?? 2)) },
    () =>
      new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module", name: localeTag() ?? "" }),
  );

  /** Tells all of them the question. What they are at is finished first. */
  hands(asked: Asked): (Hand & Judge)[] {
    return this.workers.map((worker) => {
      worker.postMessage({ asked } satisfies Order);
      return {
        search: (slice, known) => answer(worker, { slice, known }),
        simulate: (proposal, below) => answer(worker, { proposal, below }),
        judge: (point) => answer(worker, { point }),
      };
    });
  }

  end() {
    for (const worker of this.workers) worker.terminate();
  }
}

const answer = <T>(worker: Worker, order: Order): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || "The search did not load."));
    worker.postMessage(order);
  });
