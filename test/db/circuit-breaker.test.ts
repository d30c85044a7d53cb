import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { CircuitBreaker } from "@/lib/db/circuit-breaker";
import { DatabaseUnavailable, OutcomeUnknown } from "@/lib/db/errors";

const coded = (code: string) => Object.assign(new Error(code), { code });
const refusedConnection = () => coded("ECONNREFUSED");
const never = () => new Promise<never>(() => {});

let probe: Mock<() => Promise<void>>;
let back: Mock<() => void>;
let said: Mock<(line: string) => void>;
let breaker: CircuitBreaker;
/** What became of callers, in the order in which it did. */
let heard: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1e12 });
  said = vi.spyOn(console, "error").mockImplementation(() => {}) as never;
  [probe, back, heard] = [vi.fn(async () => {}), vi.fn(() => {}), []];
  breaker = new CircuitBreaker(probe, back);
});
afterEach(() => {
  breaker.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A caller whose work this is. */
function call(name: string, work: () => Promise<unknown>, patient?: () => boolean): void {
  breaker.through(work, patient).then(
    (value) => heard.push(`${name} ${value}`),
    (error) => heard.push(`${name} ${error instanceof DatabaseUnavailable ? "refused" : error.message}`),
  );
}
const quick = async () => "read";
const failing = (error: unknown) => () => Promise.reject(error);
/** A probe that finds the database away after so many ms. */
const silent = (ms: number) => () =>
  new Promise<void>((_, reject) => setTimeout(() => reject(new Error("no word")), ms));

describe("a database that is away", () => {
  it("is found out by one probe when nothing comes of it; who waits is refused, and who asks then at once", async () => {
    probe.mockImplementation(silent(1000));
    for (let count = 0; count < 100; count++) call("reader", never);
    await pass(499);
    expect(probe).not.toHaveBeenCalled();
    await pass(101);
    expect(probe).toHaveBeenCalledOnce();
    await pass(899);
    expect([heard.length, breaker.isOpen]).toEqual([0, false]);
    await pass(101);
    expect([heard, breaker.isOpen]).toEqual([Array(100).fill("reader refused"), true]);
    const work = vi.fn(quick);
    call("later", work);
    await pass(0);
    expect([heard.at(-1), work.mock.calls.length]).toEqual(["later refused", 0]);
    expect(said.mock.calls).toEqual([
      ["database: it is away (no word); everything that needs it is refused until it answers"],
    ]);
  });

  it("is found out at once by a connection that is refused", async () => {
    probe.mockRejectedValue(refusedConnection());
    call("first", failing(refusedConnection()));
    await pass(0);
    call("second", quick);
    await pass(0);
    expect([heard, breaker.isOpen]).toEqual([["first ECONNREFUSED", "second refused"], true]);
  });

  it("is probed again and again, one at a time, and the first probe that succeeds lets all through", async () => {
    probe.mockImplementation(silent(1000));
    call("first", failing(refusedConnection()));
    await pass(1000);
    expect([breaker.isOpen, probe.mock.calls.length]).toEqual([true, 1]);
    for (let count = 0; count < 20; count++) call("reader", quick);
    // A quarter of a second after each; how many ask meanwhile is nothing to it.
    await pass(249);
    expect(probe).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(probe).toHaveBeenCalledTimes(2);
    await pass(1250);
    expect([probe.mock.calls.length, back.mock.calls.length]).toEqual([3, 0]);
    probe.mockImplementation(async () => {});
    await pass(1249);
    expect(breaker.isOpen).toBe(true);
    await pass(1);
    expect([breaker.isOpen, back.mock.calls.length, probe.mock.calls.length]).toEqual([false, 1, 4]);
    expect(said.mock.calls.at(-1)).toEqual(["database: it answers again, after 2.8 s"]);
    call("after", quick);
    await pass(5000);
    expect([heard.at(-1), probe.mock.calls.length, vi.getTimerCount()]).toEqual(["after read", 4, 0]);
  });

  it("can be away again", async () => {
    probe.mockRejectedValueOnce(refusedConnection());
    call("first", failing(refusedConnection()));
    await pass(500);
    expect(breaker.isOpen).toBe(false);
    await pass(500);
    probe.mockRejectedValueOnce(refusedConnection());
    call("second", failing(refusedConnection()));
    await pass(0);
    expect(breaker.isOpen).toBe(true);
    await pass(500);
    expect([breaker.isOpen, back.mock.calls.length]).toEqual([false, 2]);
  });

  it("leaves one alone whose commit is out: its answer is worth waiting for", async () => {
    probe.mockImplementation(silent(1000));
    let committing = false;
    call("writer", never, () => committing);
    call(
      "committer",
      () => new Promise((resolve) => setTimeout(() => resolve("saved"), 2000)),
      () => true,
    );
    await pass(1600);
    expect(heard).toEqual(["writer refused"]);
    committing = true;
    await pass(400);
    expect(heard).toEqual(["writer refused", "committer saved"]);
  });
});

describe("a database that is there", () => {
  const slow = () => new Promise((resolve) => setTimeout(() => resolve("read"), 2400));
  it.each([
    ["a statement that takes long", slow, "read"],
    ["a row that stays locked", failing(coded("55P03")), "55P03"],
    ["a statement past its time", failing(coded("57014")), "57014"],
    [
      "a pool that is full",
      failing(new Error("timeout exceeded when trying to connect")),
      "timeout exceeded",
    ],
    ["a connection that was ended", failing(new Error("Connection terminated")), "Connection terminated"],
    ["a save whose outcome is not known", failing(new OutcomeUnknown("no answer")), "refused"],
    ["a plan that there is already", failing(coded("P2002")), "P2002"],
  ])("is not taken for away because of %s", async (_, work, word) => {
    for (let count = 0; count < 12; count++) {
      for (let caller = 0; caller < 10; caller++) call("caller", work);
      await pass(250);
      expect(breaker.isOpen).toBe(false);
    }
    await pass(3000);
    expect(heard.filter((each) => each.includes(word))).toHaveLength(120);
    // Two a second at most, however many fail, and none when nobody waits.
    expect(probe.mock.calls.length).toBeLessThanOrEqual(12);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is not taken for away by a probe during which others had their answers", async () => {
    probe.mockImplementation(silent(1000));
    call("stuck", never);
    await pass(600);
    expect(probe).toHaveBeenCalledOnce();
    call("reader", quick);
    await pass(1000);
    expect([heard, breaker.isOpen]).toEqual([["reader read"], false]);
  });

  it("is not probed while it answers others", async () => {
    call("stuck", never);
    for (let count = 0; count < 20; count++) {
      call("reader", quick);
      call("locked", failing(coded("55P03")));
      await pass(100);
    }
    expect(probe).not.toHaveBeenCalled();
  });

  it("is not probed because of a question that was wrong", async () => {
    for (const error of [coded("P2002"), new TypeError("own"), new DatabaseUnavailable("late")]) {
      call("caller", failing(error));
      await pass(600);
    }
    expect(probe).not.toHaveBeenCalled();
    call("caller", failing(coded("55P03")));
    await pass(0);
    expect(probe).toHaveBeenCalledOnce();
  });

  it("is asked nothing after the end, and nothing is left waiting for it", async () => {
    probe.mockImplementation(silent(1000));
    call("stuck", never);
    await pass(600);
    breaker.end();
    await pass(10_000);
    expect([probe.mock.calls.length, breaker.isOpen, vi.getTimerCount()]).toEqual([1, false, 0]);
    const ended = new CircuitBreaker(probe, back);
    probe.mockRejectedValue(refusedConnection());
    ended.through(failing(refusedConnection())).catch(() => {});
    await pass(0);
    ended.end();
    const asked = probe.mock.calls.length;
    await pass(10_000);
    expect([probe.mock.calls.length, back.mock.calls.length]).toEqual([asked, 0]);
  });
});
