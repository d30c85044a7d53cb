import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Fronts, Hand, Proposal, Slice, Space } from "@/lib/engine/explore";
import type { Scenario } from "@/lib/scenario";
import type { CatalogRecords } from "@/lib/view/catalog-records";

/** What a hand needs to know before it is asked anything. */
export interface Asked {
  readonly scenario: Scenario;
  readonly records: CatalogRecords;
  readonly space: Space;
}

/** What a hand is asked, one after the other. */
export type Order =
  | { readonly slice: Slice; readonly known: Fronts }
  | { readonly proposal: Proposal; readonly below?: number | undefined };

/** Young objects are many while plans are laid out, and few of them last. */
const YOUNG_MB = 64;

/** Threads that search, ready to be asked; `stop` ends them. */
export async function hands(
  count: number,
  asked: Asked,
): Promise<{ hands: readonly Hand[]; stop: () => Promise<unknown> }> {
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL("./search-thread.mjs", import.meta.url), {
        workerData: asked,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      }),
  );
  await Promise.all(workers.map((worker) => once(worker, "message")));
  return {
    hands: workers.map((worker) => ({
      search: (slice, known) => answer(worker, { slice, known }),
      simulate: (proposal, below) => answer(worker, { proposal, below }),
    })),
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

async function answer<T>(worker: Worker, order: Order): Promise<T> {
  worker.postMessage(order);
  const [found] = await once(worker, "message");
  return found;
}
