import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../setup/port.mjs";
import { removeLater, undoLater } from "./cleanup";

/** Where PostgreSQL's server programs are: Debian keeps them in a folder per version, outside PATH. */
function programs(): string {
  const debian = "/usr/lib/postgresql";
  const folders = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, "bin"))
    : [];
  const told = ((): string[] => {
    try {
      return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim()];
    } catch {
      return [];
    }
  })();
  const found = [...told, ...folders].find((folder) => existsSync(join(folder, "initdb")));
  if (!found)
    throw new Error("No PostgreSQL server programs (initdb) were found: install the package postgresql.");
  return found;
}

/** The numbers of a process and of all that it started. */
export function family(pid: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []));
  return [pid, ...below(pid)];
}

export function kill(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

/** A PostgreSQL server of one's own on a free port of this machine, in a folder that goes when this process ends. */
export class Postgresql {
  readonly folder = mkdtempSync(join(tmpdir(), "inference-planner-promises-pg-"));
  private readonly bin = programs();
  private child: ChildProcess | undefined;
  private constructor(readonly port: number) {}

  static async start(): Promise<Postgresql> {
    const server = new Postgresql(await freePort());
    removeLater(server.folder);
    if (isRoot) chownSync(server.folder, owner().uid ?? 0, owner().gid ?? 0);
    server.as("initdb", "-D", server.data, "-U", "owner", "-A", "trust", "-E", "UTF8");
    undoLater(() => kill(server.processes(), "SIGKILL"));
    await server.begin();
    return server;
  }

  private get data(): string {
    return join(this.folder, "data");
  }

  /** Runs a program of PostgreSQL's, which refuses root, and waits for it. */
  private as(program: string, ...args: string[]): string {
    const stdio: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe"];
    return execFileSync(join(this.bin, program), args, { cwd: "/", encoding: "utf8", stdio, ...owner() });
  }

  /** A program of PostgreSQL's that is a client. */
  client(program: string, ...args: string[]): string {
    return execFileSync(join(this.bin, program), args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  }

  /** Starts it, and waits until it answers. */
  async begin(): Promise<void> {
    // One that was killed leaves the file by which it keeps a second one out.
    rmSync(join(this.data, "postmaster.pid"), { force: true });
    const log = openSync(join(this.folder, "log"), "a");
    const args = [
      "-D",
      this.data,
      "-p",
      String(this.port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-k",
      this.folder,
    ];
    this.child = spawn(join(this.bin, "postgres"), args, {
      cwd: "/",
      stdio: ["ignore", log, log],
      ...owner(),
    });
    closeSync(log);
    for (let tried = 0; tried < 600; tried++) {
      const answers = await this.query("SELECT 1").then(
        () => true,
        () => false,
      );
      if (answers) return;
      await wait(50);
    }
    throw new Error(
      `PostgreSQL did not start: ${readFileSync(join(this.folder, "log"), "utf8").slice(-500)}`,
    );
  }

  /** All of its processes, the first at the front. */
  private processes(): number[] {
    const { child } = this;
    return child?.pid && child.exitCode === null && child.signalCode === null ? family(child.pid) : [];
  }

  /** Ends all of its processes at once, as nothing else would, and waits until they have. */
  async kill(): Promise<void> {
    const { child } = this;
    const pids = this.processes();
    if (!child || pids.length === 0) return;
    const ended = once(child, "exit");
    kill(pids, "SIGKILL");
    await ended;
    while (pids.some(lives)) await wait(10);
  }

  /** Lets all of its processes stand still, or go on. */
  pause(paused: boolean): void {
    kill(this.processes(), paused ? "SIGSTOP" : "SIGCONT");
  }

  url(database = "planner", user = "owner"): string {
    return `postgresql://${user}@127.0.0.1:${this.port}/${database}`;
  }

  /** Asks as the owner, in a connection of its own. */
  async query<R extends pg.QueryResultRow>(sql: string, database = "postgres", user = "owner"): Promise<R[]> {
    const client = new pg.Client({
      connectionString: this.url(database, user),
      connectionTimeoutMillis: 2000,
    });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<R>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

const isRoot = userInfo().uid === 0;

/** Whom the server runs as: root it refuses. */
function owner(): { uid?: number; gid?: number } {
  if (!isRoot) return {};
  const number = (what: "-u" | "-g") => Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

/** Whether a process is there and no mere entry of one that has ended and whose end nobody has asked for. */
function lives(pid: number): boolean {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return state !== "" && !state.startsWith("Z");
  } catch {
    return false;
  }
}
