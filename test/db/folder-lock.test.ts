import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FolderInUse, lockAddress, lockFolder, unlockFolder } from "@/lib/db/folder-lock.mjs";
import { temporaryFolder } from "./databases";

let folder = "";
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that holds the folder, as the given system would, until it is killed. */
async function holder(system: string) {
  const module = new URL("../../lib/db/folder-lock.mjs", import.meta.url).href;
  const script = `const { lockFolder } = await import("${module}");
    await lockFolder(process.argv[1], process.argv[2]); console.log("held"); setInterval(() => {}, 1000);`;
  const args = ["--input-type=module", "-e", script, folder, system];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

// Sockets with a file's name are macOS's way; they work on Linux too, so both ways are tried here.
const systems = process.platform === "win32" ? ["win32"] : [process.platform, "darwin"];

it.each(systems)(
  "refuses a folder that a live process holds and takes it once that is killed (%s)",
  async (system) => {
    const other = await holder(system);
    const refusal = await lockFolder(folder, system).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderInUse);
    expect(String(refusal)).toContain(`process ${other.pid}.`);
    other.kill("SIGKILL");
    await once(other, "exit");
    if (system === "darwin") expect(existsSync(lockAddress(realpathSync(folder), system))).toBe(true);
    await lockFolder(folder, system);
    await lockFolder(folder, system);
    await unlockFolder(folder);
    if (system === "darwin") expect(existsSync(lockAddress(realpathSync(folder), system))).toBe(false);
  },
);

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
