import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EmbeddedThread } from "@/lib/db/embedded-thread";
import { DatabaseLost } from "@/lib/db/errors";
import { temporaryFolder } from "./databases";

/** A thread that does as it is told instead of keeping a database. */
const OBEDIENT = `
  import { parentPort, workerData } from "node:worker_threads";
  const say = (message) => parentPort.postMessage(message);
  const failure = { name: "Error", message: "it failed", code: "23505" };
  const calls = {
    echo: (id, ...args) => say({ id, result: args }),
    fail: (id) => say({ id, error: failure }),
    plain: (id) => say({ id, error: { name: "Error", message: "plainly" } }),
    driver: (id) => say({ id, error: { name: "DriverAdapterError", message: "x", cause: { kind: "postgres", code: "1" } } }),
    causeless: (id) => say({ id, error: { name: "DriverAdapterError", message: "without a cause" } }),
    later: (id, ms) => setTimeout(() => say({ id, result: "late" }), ms),
    alive: (id) => say({ id, result: true }),
    silent: () => {},
    hang: () => { for (;;); },
    lose: () => { say({ lost: "PANIC: no room" }); process.exit(1); },
    die: () => { throw new Error("a fault of its own"); },
    close: (id) => { say({ id, result: null }); setImmediate(() => parentPort.close()); },
  };
  parentPort.on("message", ({ id, name, args }) => calls[name](id, ...args));
  if (workerData.folder === "shut") {
    say({ id: 0, error: { name: "Error", message: "could not open" } });
    process.exit(1);
  }
  say({ id: 0, result: workerData.folder });
`;

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, "lib", "db"), { recursive: true });
  writeFileSync(join(folder, "lib", "db", "embedded-worker.mjs"), OBEDIENT);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const failing = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe("the embedded database's thread", () => {
  it("answers each call as its own, in whatever order, and ends when it is closed", async () => {
    const thread = new EmbeddedThread("a folder");
    expect(await thread.opened).toBe("a folder");
    const late = thread.call("later", 50);
    expect(await thread.call("echo", 1, "two")).toEqual([1, "two"]);
    expect(await late).toBe("late");
    expect(await Promise.all([1, 2, 3].map((n) => thread.call("echo", n)))).toEqual([[1], [2], [3]]);
    await thread.close();
    await thread.ended;
    const after = await failing(thread.call("echo"));
    expect(after).toBeInstanceOf(DatabaseLost);
    expect(String(after)).toContain("The embedded database ended: it was closed");
    expect(thread.hung).toBe(false);
  });

  it("fails as the thread says: with its code, or with the driver's own cause", async () => {
    const thread = new EmbeddedThread("a folder");
    expect(await failing(thread.call("fail"))).toMatchObject({ message: "it failed", code: "23505" });
    const plain = await failing(thread.call("plain"));
    expect(plain).toMatchObject({ message: "plainly" });
    expect(plain).not.toHaveProperty("code");
    const driver = await failing(thread.call("driver"));
    expect(driver).toMatchObject({ name: "DriverAdapterError", cause: { kind: "postgres" } });
    expect(await failing(thread.call("causeless"))).toMatchObject({
      name: "Error",
      message: "without a cause",
    });
    await thread.close();
  });

  it("says why it did not open", async () => {
    const thread = new EmbeddedThread("shut");
    expect(await failing(thread.opened)).toMatchObject({ message: "could not open" });
    await thread.ended;
  });

  it.each([
    ["lose", "PANIC: no room"],
    ["die", "a fault of its own"],
  ])("is lost with all that waits when it ends by itself: %s", async (name, reason) => {
    const thread = new EmbeddedThread("a folder");
    await thread.opened;
    const waiting = [thread.call("silent"), thread.call(name)].map(failing);
    for (const error of await Promise.all(waiting)) {
      expect(error).toBeInstanceOf(DatabaseLost);
      expect(String(error)).toContain(reason);
    }
    await thread.ended;
    expect(String(await failing(thread.call("echo")))).toContain(reason);
  });

  it("is ended where it stays silent for too long, and by a word", async () => {
    const thread = new EmbeddedThread("a folder", 200);
    await thread.opened;
    const hung = await failing(thread.call("hang"));
    expect(String(hung)).toMatch(/it gave no sign of life in \d+ ms/);
    expect(Number(/in (\d+) ms/.exec(String(hung))?.[1])).toBeGreaterThan(200);
    expect(thread.hung).toBe(true);
    await thread.ended;
    const other = new EmbeddedThread("a folder");
    await other.opened;
    const waiting = failing(other.call("silent"));
    await other.end("its migrations failed");
    expect(String(await waiting)).toContain("its migrations failed");
    expect(other.hung).toBe(false);
  });

  it("is asked for a sign of life while calls wait for each other, and may rest while nothing is asked", async () => {
    const thread = new EmbeddedThread("a folder", 1000);
    await thread.opened;
    // Longer than it may be silent: its signs of life count.
    expect(await thread.call("later", 1300)).toBe("late");
    await wait(1200);
    // Nor does its rest, however long it was.
    expect(await thread.call("later", 400)).toBe("late");
    expect(thread.hung).toBe(false);
    await thread.close();
  });
});
