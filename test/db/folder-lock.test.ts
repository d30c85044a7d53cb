import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FolderInUse, lockFolder, unlockFolder } from "@/lib/db/folder-lock.mjs";
import { temporaryFolder } from "./databases";

let folder = "";
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL"))
      await once(child, "exit");
  }
  rmSync(folder, { recursive: true });
});

const MODULE = new URL("../../lib/db/folder-lock.mjs", import.meta.url).href;

/** Another process that takes the folder and says "held", or why it could not; it lives until it is killed. */
async function contender(
  path: string,
  before: string[] = [],
): Promise<{ child: ChildProcess; said: string }> {
  const script = `const { lockFolder } = await import("${MODULE}");
    await lockFolder(process.argv[1]).then(() => console.log("held"), (error) => console.log(error.message));
    setInterval(() => {}, 1000);`;
  const [program = "", ...args] = [...before, process.execPath, "--input-type=module", "-e", script, path];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** The folder's own name, a link to it, a link to the folder above, and the way from here. */
function namesOf(path: string): string[] {
  const links = join(path, "links");
  mkdirSync(links);
  symlinkSync(path, join(links, "itself"));
  symlinkSync(join(path, ".."), join(links, "above"));
  return [
    path,
    join(links, "itself"),
    join(links, "above", path.split("/").at(-1) ?? ""),
    relative(".", path),
  ];
}

it("refuses a folder that a live process holds, by whichever name, and takes it once that is killed", async () => {
  const { child, said } = await contender(folder);
  expect(said).toBe("held");
  for (const name of namesOf(folder)) {
    const refusal = await lockFolder(name).catch((error: unknown) => error);
    expect(refusal, name).toBeInstanceOf(FolderInUse);
    expect(String(refusal), name).toContain(`in use by process ${child.pid}.`);
  }
  await kill(child);
  await lockFolder(folder);
  await lockFolder(folder);
  await unlockFolder(folder);
  expect(readdirSync(folder)).toEqual(["links"]);
});

it("holds by the name of a pipe on Windows, where a folder has no sockets", async () => {
  const [system, home] = [process.platform, process.cwd()];
  const asOn = (platform: string) => Object.defineProperty(process, "platform", { value: platform });
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32);
  const pipe = `\\\\.\\pipe\\inference-planner-${name}`;
  const other = createServer((socket) => socket.end(JSON.stringify({ pid: 4242, host: hostname() })));
  asOn("win32");
  // Elsewhere such a name is that of a socket in the working folder.
  process.chdir(folder);
  try {
    await new Promise<void>((resolve) => other.listen(pipe, resolve));
    await expect(lockFolder(folder)).rejects.toThrow("in use by process 4242. Stop it first");
    await new Promise((resolve) => other.close(resolve));
    await lockFolder(folder);
    expect(readdirSync(folder)).toEqual([pipe]);
    await unlockFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    asOn(system);
    process.chdir(home);
  }
});

it("holds when the path is longer than a socket's may be", async () => {
  const deep = join(folder, "a".repeat(80), "b".repeat(80));
  const { child, said } = await contender(deep);
  expect(said).toBe("held");
  await expect(lockFolder(deep)).rejects.toThrow(FolderInUse);
  await kill(child);
  await lockFolder(deep);
  await unlockFolder(deep);
  expect(readdirSync(deep)).toEqual([]);
});

// A file system of Linux that lets its owner write and holds no sockets.
const socketless = "/sys/kernel";
const hasSocketless = process.platform === "linux" && process.getuid?.() === 0 && existsSync(socketless);

it.skipIf(!hasSocketless)("says of a folder that cannot hold a lock that it cannot", async () => {
  await expect(lockFolder(socketless)).rejects.toThrow(
    `The data folder ${socketless} cannot be locked (listen EPERM`,
  );
});

const apart = ["unshare", "--net", "--uts", "--"];
const canPart = spawnSync("unshare", [...apart.slice(1), "true"]).status === 0;

it.skipIf(!canPart)("holds between two containers: other network, other host name", async () => {
  const renamed = [...apart, "sh", "-c", 'hostname other; exec "$@"', "-"];
  const { child, said } = await contender(folder, renamed);
  expect(said).toBe("held");
  await expect(lockFolder(folder)).rejects.toThrow(/in use by process \d+ of other\. Stop it first/);
  await kill(child);
  await lockFolder(folder);
  const second = await contender(folder, apart);
  expect(second.said).toContain(`in use by process ${process.pid}`);
  expect(hostname()).not.toBe("other");
  await unlockFolder(folder);
});

it("lets at most one of many through that start at once over what a killed one left", async () => {
  await kill((await contender(folder)).child);
  for (let round = 0; round < 4; round++) {
    const tried = await Promise.all(Array.from({ length: 6 }, () => contender(folder)));
    const holders = tried.filter(({ said }) => said === "held");
    expect(holders.length).toBeLessThanOrEqual(1);
    await Promise.all(tried.map(({ child }) => kill(child)));
  }
  await lockFolder(folder);
  await unlockFolder(folder);
});

it("takes what answers nothing for held: a frozen process wakes up again", async () => {
  const { child } = await contender(folder);
  child.kill("SIGSTOP");
  await expect(lockFolder(folder)).rejects.toThrow(/in use by another process/);
  child.kill("SIGCONT");
});

it("makes a second start end at once with one clear line, before it prepares anything", async () => {
  await lockFolder(folder);
  const begun = Date.now();
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "" };
  const start = spawn(process.execPath, ["scripts/start.mjs"], { env });
  let said = "";
  for (const stream of [start.stdout, start.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(start, "close");
  expect(code).toBe(1);
  expect(said).toBe(
    `The data folder ${folder} is in use by process ${process.pid}. Stop it first, or set DATA_DIR to another folder.\n`,
  );
  expect(Date.now() - begun).toBeLessThan(3000);
  await unlockFolder(folder);
});

it("says which folder cannot be used, and what to set instead", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  for (const name of [file, join(file, "below")]) {
    const refusal = await lockFolder(name).catch((error: unknown) => error);
    expect(String(refusal)).toContain(`The data folder ${name} cannot be used`);
    expect(String(refusal)).toContain("Set DATA_DIR");
  }
});
