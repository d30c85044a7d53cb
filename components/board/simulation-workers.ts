import type { OptionEstimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import { localeTag } from "@/lib/units";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { SimulationOrder } from "./simulation-worker";

type Answer = { run: number; option: number; found: OptionEstimate };
/** Options of a plan with their answers. */
export type Found = ReadonlyMap<number, OptionEstimate>;

/** What is to be simulated: options of a plan, and the records that it needs. */
export type Task = { scenario: Scenario; options: readonly number[]; records: CatalogRecords };

/** Options are simulated beside each other, on as many cores as a small machine has. */
const WORKERS = 2;
/** What is found is shown together: each drawing of the page takes the time of an option or two. A slow board shows parts. */
const TOGETHER_MS = 150;

/** A worker, and what it was told last. */
type Hand = { worker: Worker; records?: CatalogRecords; run?: number };

let idle: Hand[] | null = null;
let task: Task | undefined;
let queue: number[] = [];
let run = 0;
let left = 0;
let found = new Map<number, OptionEstimate>();
let shown = 0;
let deliver: (found: Found) => void = () => {};

/** Starts the workers while an input still moves: to load their code takes longer than what they are asked for. */
export function prepare() {
  idle ??= Array.from({ length: WORKERS }, startWorker);
}

/** Simulates options, as many at a time as there are workers, in place of what was asked before. */
export function simulate(next: Task, onFound: (found: Found) => void) {
  stopSimulating();
  prepare();
  task = next;
  queue = [...next.options];
  left = queue.length;
  found = new Map();
  shown = performance.now();
  deliver = onFound;
  for (const hand of idle?.splice(0) ?? []) feed(hand);
}

/** Forgets what is left to do; what a worker is at is done in a moment, and not delivered. */
export function stopSimulating() {
  run++;
  queue = [];
}

function feed(hand: Hand) {
  const option = queue.shift();
  if (option === undefined || !task) {
    idle?.push(hand);
    return;
  }
  if (hand.records !== task.records) tell(hand, { records: task.records });
  if (hand.records !== task.records || hand.run !== run) tell(hand, { scenario: task.scenario });
  hand.records = task.records;
  hand.run = run;
  tell(hand, { run, option });
}

const tell = ({ worker }: Hand, order: SimulationOrder) => worker.postMessage(order);

function startWorker(): Hand {
  const worker = new Worker(new URL("./simulation-worker.ts", import.meta.url), {
    type: "module",
    name: localeTag() ?? "",
  });
  const hand: Hand = { worker };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    feed(hand);
    if (data.run !== run) return;
    found.set(data.option, data.found);
    left--;
    const now = performance.now();
    if (left > 0 && now - shown < TOGETHER_MS) return;
    deliver(found);
    found = new Map();
    shown = now;
  };
  return hand;
}
