import { execSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import playwright from "@/playwright.config";
import { ENDING_WITH_PARENT } from "@/scripts/setup/child.mjs";
import { folderWithDatabase } from "../db/databases";

/** Starts a process whose child prints its own number first, and answers both once that has come. */
async function family(child: string[], env: Record<string, string> = {}) {
  const script = `const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ${JSON.stringify(child)}, { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.once("data", () => console.log(child.pid));
    child.stdout.resume();`;
  const parent = spawn(process.execPath, ["-e", script], {
    env: { ...process.env, ...ENDING_WITH_PARENT, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), "line");
  return { parent, child: Number(line) };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (lives(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  return !lives(pid);
}

const WAITER = ["-e", "console.log('here'); setInterval(() => {}, 1000)"];
const BUSY = ["-e", "console.log('here'); for (;;);"];
const DEAF = ["-e", `for (const s of ["SIGTERM", "SIGINT"]) process.on(s, () => {}); ${WAITER[1]}`];

it.each([
  ["a child that waits", WAITER],
  ["a child that ignores signals", DEAF],
  ["a child that is busy without a pause", BUSY],
])("%s ends soon after its killed parent", async (_, child) => {
  const processes = await family(child);
  expect(lives(processes.child)).toBe(true);
  processes.parent.kill("SIGKILL");
  expect(await endsWithin(processes.child, 10_000)).toBe(true);
});

it("a writer at full speed ends soon after its killed parent", async () => {
  const dataDir = await folderWithDatabase();
  const writer = ["--import", "tsx", "--conditions=react-server", "test/db/writer.ts"];
  const processes = await family(writer, { DATA_DIR: dataDir, DATABASE_URL: "" });
  processes.parent.kill("SIGKILL");
  expect(await endsWithin(processes.child, 20_000)).toBe(true);
  rmSync(dataDir, { recursive: true });
}, 180_000);

it("the environment of every test carries the watch, so that what any test starts has it", () => {
  expect(process.env.NODE_OPTIONS).toBe(ENDING_WITH_PARENT.NODE_OPTIONS);
});

it("the server of the browser tests is the run's own child, with no shell between that would outlive the run", () => {
  const [server] = [playwright.webServer ?? []].flat();
  const started = server?.command.replace("scripts/start.mjs", "-p process.ppid") ?? "";
  expect(started).not.toBe(server?.command);
  expect(Number(execSync(started))).toBe(process.pid);
});

it("a signal to a script reaches the program that it runs", async () => {
  const script = `const { runChild } = await import("./scripts/setup/child.mjs");
    await runChild(process.execPath, ["-e", "console.log(process.pid); setInterval(() => {}, 1000)"]);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), "line");
  const ended = once(parent, "exit");
  parent.kill("SIGTERM");
  expect(await ended).toEqual([143, null]);
  expect(lives(Number(line))).toBe(false);
});
