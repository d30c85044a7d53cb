import "server-only";
import type { Worker } from "node:worker_threads";
import type { Performed } from "./perform";
import type { TaskName } from "./tasks";

/** What a thread is asked to do. */
export interface Order {
  readonly name: TaskName;
  readonly input: unknown;
}

type Why = "busy" | "late" | "gone";

/** Why a task was not done: too many wait, it took too long, or nobody waits for it any more. */
export class NotDone extends Error {
  constructor(readonly why: Why) {
    super(`The task was not done: ${why}`);
    this.name = "NotDone";
  }
}

/**
 * Whether, and why, a task was not done. Goes by the name, not the class: a bundler gives what starts the lanes and what
 * asks them a copy of this module each.
 */
export const whyNotDone = (error: unknown): Why | null =>
  error instanceof Error && error.name === "NotDone" ? (error as NotDone).why : null;

interface Waiting {
  readonly order: Order;
  readonly since: number;
  readonly signal: AbortSignal | undefined;
  done(performed: Performed): void;
  failed(error: Error): void;
}

/** Bounds of a lane: its threads, how long a task may wait and take (ms), and how many wait however long. */
export interface Bounds {
  readonly threads: number;
  readonly waitMs: number;
  readonly takeMs: number;
  readonly queue: number;
}

/**
 * Threads that share a queue. They start when they are first needed. One whose task takes too long is ended, and another
 * takes its place: however dear a request is, it costs no more than that.
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private readonly idle: Worker[] = [];
  private alive = 0;

  constructor(
    private readonly bounds: Bounds,
    private readonly start: () => Worker,
  ) {}

  /** Does a task on a thread. @throws NotDone, or Error where the task itself failed */
  async run(order: Order, signal?: AbortSignal): Promise<unknown> {
    const [first] = this.waiting;
    const late = first !== undefined && performance.now() - first.since > this.bounds.waitMs;
    if (late || this.waiting.length >= this.bounds.queue) throw new NotDone("busy");
    const performed = await new Promise<Performed>((done, failed) => {
      this.waiting.push({ order, signal, since: performance.now(), done, failed });
      this.next();
    });
    if ("failed" in performed) throw new Error(performed.failed);
    return performed.outcome;
  }

  private next(): void {
    for (;;) {
      const [first] = this.waiting;
      if (!first) return;
      if (first.signal?.aborted) {
        this.waiting.shift();
        first.failed(new NotDone("gone"));
        continue;
      }
      const worker = this.idle.pop() ?? (this.alive < this.bounds.threads ? this.started() : undefined);
      if (!worker) return;
      this.waiting.shift();
      this.give(worker, first);
    }
  }

  private started(): Worker {
    const worker = this.start();
    this.alive++;
    worker.once("exit", () => {
      this.alive--;
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      this.next();
    });
    // Threads never keep the process alive; what they are at is answered while the server stops.
    worker.unref();
    return worker;
  }

  private give(worker: Worker, { order, done, failed }: Waiting): void {
    const settle = () => {
      clearTimeout(timer);
      worker.removeAllListeners("message").removeAllListeners("error");
      worker.off("exit", ended);
    };
    const ended = () => {
      settle();
      failed(new Error(`The thread ended while it did "${order.name}".`));
    };
    const timer = setTimeout(() => {
      settle();
      worker.once("error", () => {});
      void worker.terminate();
      failed(new NotDone("late"));
    }, this.bounds.takeMs);
    worker.once("message", (performed: Performed) => {
      settle();
      this.idle.push(worker);
      done(performed);
      this.next();
    });
    worker.once("error", (error) => {
      settle();
      failed(error as Error);
    });
    worker.once("exit", ended);
    worker.postMessage(order);
  }
}
