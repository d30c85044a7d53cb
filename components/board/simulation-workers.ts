import type { OptionEstimate } from "@/lib/engine";
import type { SimulationTask } from "./simulation-worker";

type Task = Omit<SimulationTask, "run"> & { option: number };
type Answer = { run: number; option: number; found: OptionEstimate };
type Deliver = (option: number, found: OptionEstimate) => void;

/** Options are simulated beside each other, on as many cores as a small machine has. */
const WORKERS = 2;

let idle: Worker[] | null = null;
let queue: Task[] = [];
let deliver: Deliver = () => {};
let run = 0;

/** Simulates these options, as many at a time as there are workers, in place of what was asked before. */
export function simulate(tasks: readonly Task[], onFound: Deliver) {
  stopSimulating();
  queue = [...tasks];
  deliver = onFound;
  idle ??= Array.from({ length: WORKERS }, startWorker);
  for (const worker of idle.splice(0)) feed(worker);
}

/** Forgets what is left to do; what a worker is at is done in a moment, and not delivered. */
export function stopSimulating() {
  run++;
  queue = [];
}

function feed(worker: Worker) {
  const task = queue.shift();
  if (task) worker.postMessage({ run, ...task });
  else idle?.push(worker);
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./simulation-worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.run === run) deliver(data.option, data.found);
    feed(worker);
  };
  return worker;
}
