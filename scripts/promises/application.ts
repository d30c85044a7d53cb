import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ENDING_WITH_PARENT, ROOT } from "../setup/child.mjs";
import { freePort } from "../setup/port.mjs";
import { removeLater, undoLater } from "./cleanup";

export type Environment = Record<string, string>;

/** The application in a process of its own, as `npm start` runs it, on a free port of this machine. */
export class Application {
  private child: ChildProcess | undefined;
  /** Everything that it has logged. */
  log = "";
  private constructor(
    readonly port: number,
    private readonly environment: Environment,
    private readonly folder: string,
  ) {}

  /** Starts it from a folder that holds it; without a DATABASE_URL over an embedded database. */
  static async start(environment: Environment, folder = ROOT): Promise<Application> {
    const app = new Application(await freePort(), environment, folder);
    undoLater(() => app.child?.kill("SIGKILL"));
    await app.begin();
    return app;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts it again, and waits until it is ready, or until it answers at all where its database is away. */
  async begin(until: "/readyz" | "/healthz" = "/readyz"): Promise<void> {
    const env = { ...process.env, DATABASE_URL: "", ...this.environment, ...ENDING_WITH_PARENT };
    this.child = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: this.folder,
      env: { ...env, PORT: String(this.port), HOST: "127.0.0.1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.child.stderr?.on("data", (bytes) => (this.log += bytes));
    const { child } = this;
    for (let tried = 0; tried < 1200; tried++) {
      if (child.exitCode !== null) throw new Error(`The application ended: ${this.log.slice(-500)}`);
      const status = await fetch(`${this.url}${until}`).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return;
      await wait(50);
    }
    throw new Error(`The application did not get ready: ${this.log.slice(-500)}`);
  }

  /** Ends it as nothing else would, and waits until it has. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Ends it in good order. @returns its exit code, and how long it took in ms */
  async stop(): Promise<{ code: number | null; ms: number }> {
    const { child } = this;
    if (!child) return { code: null, ms: 0 };
    const begun = performance.now();
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const [code] = await ended;
    return { code, ms: performance.now() - begun };
  }

  /** What it holds now: bytes of memory and open files; nothing where the system does not tell. */
  usage(): { memory: number; descriptors: number } | null {
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
      const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
      return { memory, descriptors: readdirSync(`/proc/${this.pid}/fd`).length };
    } catch {
      return null;
    }
  }
}

/** A new folder, which goes with this process. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "inference-planner-promises-"));
  removeLater(folder);
  return folder;
}
