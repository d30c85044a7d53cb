import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

// Plain JavaScript because the start script takes this lock before anything is installed. The embedded
// database has no lock of its own: two processes on one folder overwrite each other's rows in silence.
// The lock is a socket in the folder itself, on which its holder listens. The operating system finds it by its
// inode, so it holds between containers, whose process numbers and network names say nothing to each other; and
// the listening ends with the process, however it dies, so a file left behind is known to be nobody's.

/** Thrown when another live process holds the folder. */
export class FolderInUse extends Error {
  /** @param {string} folder @param {string} holder the other process, as it named itself */
  constructor(folder, holder) {
    super(
      `The data folder ${folder} is in use by ${holder}. Stop it first, or set DATA_DIR to another folder.`,
    );
    this.name = "FolderInUse";
  }
}

/** Locks held by this process, shared by every copy of this module that a bundler makes. */
const held = globalThis;
const HELD = Symbol.for("inference-planner.folder-locks");

/** @returns {Map<string, { server: import("node:net").Server, file?: string }>} */
function heldLocks() {
  held[HELD] ??= new Map();
  return held[HELD];
}

/** @param {string} folder @param {unknown} cause @param {string} what */
function unusable(folder, cause, what) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `The data folder ${folder} cannot be ${what} (${reason}). Set DATA_DIR to a folder on a disk of this machine that can be written.`,
    { cause },
  );
}

/** Makes the folder where it is missing. @param {string} folder @throws what is in the way, and what to do about it */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw unusable(folder, cause, "used");
  }
}

/**
 * Takes the folder for this process until the process ends; taking it twice is harmless.
 * @param {string} folder created when missing
 * @returns {Promise<void>}
 * @throws {FolderInUse}
 */
export async function lockFolder(folder) {
  makeFolder(folder);
  const realFolder = realpathSync(folder);
  if (heldLocks().has(realFolder)) return;
  const token = JSON.stringify({ pid: process.pid, host: hostname(), key: randomBytes(8).toString("hex") });
  const lock =
    process.platform === "win32"
      ? await takePipe(folder, realFolder, token)
      : await withShortPath(realFolder, (path) => takeSocket(folder, path, token));
  heldLocks().set(realFolder, { ...lock, file: lock.name && join(realFolder, lock.name) });
}

/**
 * Gives the folder back before the process ends.
 * @param {string} folder @returns {Promise<void>}
 */
export async function unlockFolder(folder) {
  const realFolder = realpathSync(folder);
  const lock = heldLocks().get(realFolder);
  heldLocks().delete(realFolder);
  if (!lock) return;
  await new Promise((resolve) => lock.server.close(resolve));
  if (lock.file) rmSync(lock.file, { force: true });
}

/** A pipe's name belongs to the whole machine, and goes with its process. */
async function takePipe(folder, realFolder, token) {
  const name = createHash("sha256").update(realFolder).digest("hex").slice(0, 32);
  const address = `\\\\.\\pipe\\inference-planner-${name}`;
  const server = await listen(address, token);
  if (!server) throw new FolderInUse(folder, named((await ask(address)) ?? ""));
  return { server, name: undefined };
}

/**
 * Listens on the next number after the sockets that are there, and holds the folder when nobody listens on any
 * other. Of two that try at once the later listener finds the earlier, so at most one goes through. A socket's
 * file is removed only by a holder, and only after nobody answered on it.
 */
async function takeSocket(folder, path, token) {
  for (;;) {
    await refuseHeld(folder, path);
    const name = lockName(Math.max(0, ...lockNumbers(path)) + 1);
    const server = await listen(join(path, name), token).catch((cause) => {
      throw unusable(folder, cause, "locked");
    });
    if (!server) continue;
    try {
      const dead = await refuseHeld(folder, path, name);
      // A holder may have taken this one for dead in the moment before it listened.
      if ((await ask(join(path, name))) === token) {
        for (const other of dead) rmSync(join(path, other), { force: true });
        return { server, name };
      }
      await new Promise((resolve) => server.close(resolve));
    } catch (error) {
      await new Promise((resolve) => server.close(resolve));
      rmSync(join(path, name), { force: true });
      throw error;
    }
  }
}

const lockName = (number) => `lock-${number}.sock`;

/** @param {string} path @returns {number[]} */
function lockNumbers(path) {
  return readdirSync(path)
    .flatMap((name) => /^lock-(\d{1,9})\.sock$/.exec(name)?.[1] ?? [])
    .map(Number);
}

/** @returns {Promise<string[]>} the sockets, other than one's own, that nobody listens on */
async function refuseHeld(folder, path, own = "") {
  const names = lockNumbers(path)
    .map(lockName)
    .filter((name) => name !== own);
  for (const name of names) {
    const holder = await ask(join(path, name));
    if (holder !== null) throw new FolderInUse(folder, named(holder));
  }
  return names;
}

/** @param {string} token what a holder answered; a frozen one answers nothing */
function named(token) {
  try {
    const { pid, host } = JSON.parse(token);
    return host === hostname() ? `process ${pid}` : `process ${pid} of ${host}`;
  } catch {
    return "another process";
  }
}

/** A socket's path may have some hundred bytes and no more; a link stands for a longer one. */
async function withShortPath(folder, work) {
  if (Buffer.byteLength(join(folder, lockName(999_999_999))) <= 100) return work(folder);
  const links = mkdtempSync(join(tmpdir(), "ip-"));
  try {
    symlinkSync(folder, join(links, "d"));
    return await work(join(links, "d"));
  } finally {
    rmSync(links, { recursive: true });
  }
}

/** @param {string} address @param {string} token @returns {Promise<import("node:net").Server | null>} null where the name is taken */
function listen(address, token) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end(token);
    });
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** @param {string} address @returns {Promise<string | null>} what its listener answers, null where there is none */
function ask(address) {
  return new Promise((resolve) => {
    let answer = "";
    let dead = false;
    const socket = connect(address);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // Anything else, a refused permission say, does not prove that nobody listens.
      dead = error.code === "ECONNREFUSED" || error.code === "ENOENT";
      socket.destroy();
    });
    socket.on("close", () => resolve(dead ? null : answer));
  });
}
