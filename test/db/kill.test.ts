import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { readScenario } from "@/lib/db/scenarios";
import { folderWithDatabase } from "./databases";

/** Lets a writer save until so many saves are acknowledged, then kills it; what the system still holds in memory survives that. */
async function writeUntilKilled(dataDir: string, saves: number): Promise<Map<string, number>> {
  const args = ["--import", "tsx", "--conditions=react-server", "test/db/writer.ts"];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const writer = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(writer, "exit");
  const acknowledged = new Map<string, number>();
  for await (const line of createInterface({ input: writer.stdout })) {
    const [viewId, count] = line.split(" ");
    if (viewId && count) acknowledged.set(viewId, Number(count));
    if (acknowledged.size === saves) writer.kill("SIGKILL");
  }
  expect(await exit).toEqual([null, "SIGKILL"]);
  return acknowledged;
}

/** By judgement: times that a read is tried, each within its deadline of 2.5 s. */
const TRIES = 8;

/** Reads a plan, again where a busy machine did not answer within the deadline: what is lost or damaged stays so. */
async function readPatiently(viewId: string): ReturnType<typeof readScenario> {
  for (let tried = 1; ; tried++) {
    try {
      return await readScenario(viewId);
    } catch (error) {
      if (tried === TRIES || !(error instanceof DatabaseUnavailable)) throw error;
    }
  }
}

it("keeps every acknowledged save over kill -9, with no half scenario", async () => {
  const dataDir = await folderWithDatabase();
  const acknowledged = new Map<string, number>();
  for (const saves of [20, 150]) {
    for (const [viewId, count] of await writeUntilKilled(dataDir, saves)) acknowledged.set(viewId, count);
  }
  process.env.DATA_DIR = dataDir;
  // A folder left by a kill takes longer to open than a single read may wait.
  const { prisma } = await database();
  for (const [viewId, count] of acknowledged) {
    expect(await readPatiently(viewId)).toMatchObject({ name: `row ${count}`, state: { count }, version: 1 });
  }
  expect(await prisma.scenario.count({ where: { versions: { none: {} } } })).toBe(0);
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}, 120_000);
