import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { DatabaseLost } from "./errors";

/** Longest time in ms that the embedded database may work without a word before it is taken for hung. */
const SILENCE_LIMIT_MS = 30_000;

/** The same while it opens: after a kill it first reads its log and syncs every file. */
const OPENING_LIMIT_MS = 120_000;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  id: number;
  result?: unknown;
  error?: { name: string; message: string; code?: string; cause?: DriverAdapterError["cause"] };
  /** The database gave up, for this reason. */
  lost?: string;
}

/**
 * The thread that runs the embedded database, asked by messages. It is ended when it stays silent too long
 * while something is asked; whatever waits then fails with DatabaseLost, and nothing can be asked any more.
 */
export class EmbeddedThread {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private heard = Date.now();
  private reason = "";
  /** Whether the thread was ended because it stayed silent. */
  hung = false;
  private open = false;
  private over = false;
  private watch: NodeJS.Timeout | undefined;
  /** Settles when the thread has ended, so that nothing writes to the folder any more. */
  readonly ended: Promise<void>;
  /** Settles when the database is open, or throws what it said. */
  readonly opened: Promise<unknown>;

  constructor(
    folder: string,
    private readonly silenceLimitMs = SILENCE_LIMIT_MS,
  ) {
    // A file of its own beside the build; none of this process's loaders or conditions are for it.
    const file = join(/*turbopackIgnore: true*/ process.cwd(), "lib", "db", "embedded-worker.mjs");
    this.worker = new Worker(/*turbopackIgnore: true*/ file, { workerData: { folder }, execArgv: [] });
    this.worker.on("message", (message: Message) => this.hear(message));
    this.worker.on("error", (error: Error) => {
      this.reason ||= error.message;
    });
    this.ended = new Promise((resolve) => {
      this.worker.on("exit", () => {
        this.over = true;
        this.failAll();
        resolve();
      });
    });
    this.opened = this.wait(0);
  }

  /** Asks the thread to do one thing. @throws DatabaseLost when it ends before it answers */
  call<T>(name: string, ...args: unknown[]): Promise<T> {
    if (this.over) return Promise.reject(this.lost());
    const id = this.nextId++;
    const answer = this.wait(id);
    this.worker.postMessage({ id, name, args });
    return answer as Promise<T>;
  }

  /** Writes everything out and ends the thread. */
  async close(): Promise<void> {
    await this.call("close");
    this.worker.ref();
    await this.ended;
  }

  /** Ends the thread as it stands, as a kill would; what was committed is on the disk. */
  async end(reason: string): Promise<void> {
    this.reason ||= reason;
    this.worker.ref();
    await this.worker.terminate();
    await this.ended;
  }

  private wait(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      // Only while something is asked does the thread keep this process alive.
      this.worker.ref();
      this.heard = Math.max(this.heard, this.pending.size === 1 ? Date.now() : 0);
      this.watch ??= setInterval(() => this.look(), this.silenceLimitMs / 4).unref();
    });
  }

  private hear({ id, result, error, lost }: Message): void {
    this.heard = Date.now();
    this.open = true;
    if (lost !== undefined) {
      this.reason = lost;
      return;
    }
    const asked = this.pending.get(id);
    this.pending.delete(id);
    if (error) asked?.reject(thrown(error));
    else asked?.resolve(result);
    if (this.pending.size === 0) this.rest();
  }

  /** Calls may wait for each other without the thread working; a thread that works cannot say that it is alive. */
  private look(): void {
    const silence = Date.now() - this.heard;
    const limit = this.open ? this.silenceLimitMs : OPENING_LIMIT_MS;
    if (silence > limit) {
      this.hung = true;
      void this.end(`it gave no sign of life in ${silence} ms`);
    } else if (this.open && silence > limit / 4) {
      void this.call("alive").catch(() => {});
    }
  }

  private rest(): void {
    clearInterval(this.watch);
    this.watch = undefined;
    this.worker.unref();
  }

  private failAll(): void {
    this.rest();
    for (const { reject } of this.pending.values()) reject(this.lost());
    this.pending.clear();
  }

  private lost(): DatabaseLost {
    return new DatabaseLost(this.reason || "it was closed");
  }
}

function thrown({ name, message, code, cause }: NonNullable<Message["error"]>): Error {
  if (name === "DriverAdapterError" && cause) return new DriverAdapterError(cause);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
