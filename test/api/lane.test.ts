import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { type Bounds, Lane, type Order, whyNotDone } from "@/app/service/lane";

/** A thread that does as it is told: spins, ends, fails, or answers after a while. */
const SCRIPT = `const { parentPort, threadId } = require("node:worker_threads");
  parentPort.on("message", ({ input }) => {
    if (input === "spin") for (;;);
    if (input === "end") process.exit(1);
    if (input === "throw") throw new Error("torn");
    if (input === "fail") parentPort.postMessage({ failed: "a fault of ours" });
    else setTimeout(() => parentPort.postMessage({ outcome: threadId }), Number(input));
  });`;

// To start a thread takes a busy machine up to half a second.
const BOUNDS: Bounds = { threads: 1, waitMs: 100, takeMs: 10_000, queue: 3 };

const lane = (bounds: Partial<Bounds> = {}) =>
  new Lane({ ...BOUNDS, ...bounds }, () => new Worker(SCRIPT, { eval: true, stderr: true }));
const order = (input: unknown): Order => ({ name: "estimate", input });
const why = (work: Promise<unknown>) => work.then(String, (error) => error.why ?? error.message);

it("ends a thread whose task takes too long, and does the next on another", async () => {
  const one = lane({ takeMs: 1000 });
  const first = await one.run(order(1));
  expect(await why(one.run(order("spin")))).toBe("late");
  const next = await one.run(order(1));
  expect(next).not.toBe(first);
  expect(await one.run(order(1)), "a thread that is idle is used again").toBe(next);
});

it.each([
  ["end", /thread ended/],
  ["throw", /torn/],
  ["fail", /a fault of ours/],
])("says that a task failed (%s), and goes on", async (input, message) => {
  const one = lane();
  expect(await why(one.run(order(input)))).toMatch(message);
  expect(await one.run(order(1))).toBeGreaterThan(0);
});

it("refuses who comes when too many wait, or one has waited too long", async () => {
  const full = lane({ queue: 2, waitMs: 10_000 });
  const many = Array.from({ length: 5 }, () => why(full.run(order(20))));
  const said = await Promise.all(many);
  expect(said.filter((each) => each === "busy")).toHaveLength(2);
  const slow = lane({ waitMs: 30, queue: 100 });
  const [, second] = [slow.run(order(150)), slow.run(order(1))];
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await why(slow.run(order(1)))).toBe("busy");
  await second;
});

it("does nothing for one who has gone meanwhile", async () => {
  const one = lane();
  const gone = new AbortController();
  const first = one.run(order(60));
  const second = why(one.run(order("spin"), gone.signal));
  gone.abort();
  await first;
  expect(await second).toBe("gone");
  expect(await one.run(order(1))).toBeGreaterThan(0);
});

it("says why by the name, since a bundler makes copies of the class", () => {
  const copy = Object.assign(new Error("of a copy"), { name: "NotDone", why: "late" });
  expect(whyNotDone(copy)).toBe("late");
  expect(whyNotDone(new Error("late"))).toBeNull();
});
