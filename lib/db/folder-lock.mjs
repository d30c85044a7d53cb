import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, realpathSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";

// Plain JavaScript because the start script takes this lock before anything is installed. The embedded
// database has no lock of its own: two processes on one folder overwrite each other's rows in silence.
// The operating system drops a socket when its process dies, however it dies; a file with a process
// number in it would stay behind.

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

/** @returns {Map<string, import("node:net").Server>} */
function heldLocks() {
  held[HELD] ??= new Map();
  return held[HELD];
}

/** @param {string} realFolder @param {string} system @returns {string} the socket's address */
export function lockAddress(realFolder, system = platform()) {
  const name = `inference-planner-${createHash("sha256").update(realFolder).digest("hex").slice(0, 32)}`;
  if (system === "linux") return `\0${name}`;
  if (system === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Makes the folder where it is missing. @param {string} folder @throws what is in the way, and what to do about it */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The data folder ${folder} cannot be used (${reason}). Set DATA_DIR to a folder that can be written.`,
      { cause },
    );
  }
}

/**
 * Takes the folder for this process until the process ends; taking it twice is harmless.
 * @param {string} folder created when missing
 * @param {string} [system] an operating system's name as Node gives it
 * @returns {Promise<void>}
 * @throws {FolderInUse}
 */
export async function lockFolder(folder, system = platform()) {
  makeFolder(folder);
  const realFolder = realpathSync(folder);
  if (heldLocks().has(realFolder)) return;
  const address = lockAddress(realFolder, system);
  const token = `process ${process.pid} ${randomBytes(8).toString("hex")}`;
  let server = await listen(address, token);
  if (!server) {
    const holder = await ask(address);
    if (holder !== null) throw new FolderInUse(folder, holder.replace(/ \w+$/, "") || "another process");
    // A socket file that nobody answers is what a killed process left behind.
    if (address.startsWith("/")) unlinkSync(address);
    server = await listen(address, token);
    if (!server || (await ask(address)) !== token) throw new FolderInUse(folder, "another process");
  }
  heldLocks().set(realFolder, server);
}

/**
 * Gives the folder back before the process ends.
 * @param {string} folder @returns {Promise<void>}
 */
export async function unlockFolder(folder) {
  const realFolder = realpathSync(folder);
  const server = heldLocks().get(realFolder);
  heldLocks().delete(realFolder);
  if (server) await new Promise((resolve) => server.close(resolve));
}

/** @param {string} address @param {string} token @returns {Promise<import("node:net").Server | null>} */
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

/** @param {string} address @returns {Promise<string | null>} the holder's token, null when nobody answers */
function ask(address) {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(address);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    let connected = false;
    socket.on("connect", () => {
      connected = true;
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(connected ? answer : null));
  });
}
