import "server-only";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Bounds, Lane, whyNotDone } from "./lane";
import { perform } from "./perform";
import type { TaskInput, TaskName, TaskOutcome } from "./tasks";

/** Single scenarios, which take milliseconds as a rule and two seconds at worst. */
const SHORT: Bounds = { threads: 1, waitMs: 2_000, takeMs: 10_000, queue: 100 };
/** What looks at much: it must not stand in the way of the short. */
const LONG: Bounds = { threads: 1, waitMs: 8_000, takeMs: 20_000, queue: 20 };

const IS_LONG = new Set<TaskName>(["search", "simulate", "project", "export", "batch", "nearest", "nearby"]);

/** Young objects are many while plans are computed, and few of them last. */
const MEMORY = { maxYoungGenerationSizeMb: 32 };

const BUSY = {
  status: 503,
  title: "The server is busy",
  detail: "Nothing was done. Try again in a moment.",
  headers: { "Retry-After": "2" },
};
const LATE = {
  status: 503,
  title: "This takes too long to compute",
  detail: "It was given up. Ask for less at once, or try again when the server has less to do.",
  headers: { "Retry-After": "10" },
};

interface Lanes {
  readonly short: Lane;
  readonly long: Lane;
}

/** On globalThis, because a bundler may give each route a copy of this module. */
const shared = globalThis as { inferencePlannerLanes?: Lanes };

/** Threads that compute, as COMPUTE_THREADS says; none where all is computed on the thread that serves. */
function threads(): number {
  const said = process.env.COMPUTE_THREADS;
  return said ? Number(said) : Math.min(4, Math.max(2, availableParallelism()));
}

function lanes(): Lanes | null {
  const count = threads();
  if (count === 0) return null;
  const start = () => new Worker(new URL("./thread.ts", import.meta.url), { resourceLimits: MEMORY });
  shared.inferencePlannerLanes ??= {
    short: new Lane(SHORT, start),
    long: new Lane({ ...LONG, threads: Math.max(1, count - 1) }, start),
  };
  return shared.inferencePlannerLanes;
}

/** Starts a thread of each kind, so that the first who asks need not wait until its code and the catalog are read. */
export function startThreads(): void {
  const found = lanes();
  for (const lane of found ? [found.short, found.long] : [])
    lane
      .run({ name: "ready", input: null })
      .catch((error: Error) => console.error(`threads: ${error.message}`));
}

/**
 * Does a task on a thread of its own, so that serving goes on meanwhile. A busy server and a task that takes too long
 * are refused with 503 and when to try again. `signal` says when nobody waits for it any more.
 */
export async function inThread<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  signal?: AbortSignal,
): Promise<TaskOutcome<N> | { ok: false; refusal: typeof BUSY }> {
  const found = lanes();
  if (!found) {
    const performed = await perform(name, input);
    if ("failed" in performed) throw new Error(performed.failed);
    return performed.outcome as TaskOutcome<N>;
  }
  try {
    const lane = IS_LONG.has(name) ? found.long : found.short;
    return (await lane.run({ name, input }, signal)) as TaskOutcome<N>;
  } catch (error) {
    const why = whyNotDone(error);
    if (why === null) throw error;
    return { ok: false, refusal: why === "late" ? LATE : BUSY };
  }
}
