import { describe, expect, it } from "vitest";
import { type Server, simulate, statisticOf, type Traffic, timesOf } from "@/lib/engine/simulate";

const STEP = 0.01;
const flat = (value: number) => Float64Array.from([value, value, value, value]);
const ends = (most: number) => Float64Array.from([0, most]);

/** A server whose every step takes as long, whatever is in it: what queueing theory calls a single server when alone. */
const server = (most: number, change: Partial<Server> = {}): Server => ({
  scheduling: "continuous",
  most,
  chunk: 1e6,
  window: 0,
  stages: 1,
  cache: { budget: 1e12, perSequence: 0, perToken: 1, reserve: "nothing", longest: 0 },
  times: {
    sequences: ends(1000),
    contexts: ends(1000),
    decode: flat(STEP),
    beside: ends(1000),
    rows: ends(1000),
    prompt: flat(0),
    attended: ends(1000),
    attention: flat(0),
  },
  gain: { mean: 1, deviation: 0, most: 1 },
  firstToken: { request: 0, stretch: 1, depth: 0, transfer: 0, piece: 0 },
  ...change,
});

const TOKENS = 200;
const SERVICE = TOKENS * STEP;
const traffic = (load: number, spread: number): Traffic => ({
  input: { mean: 10, spread: 0 },
  output: { mean: TOKENS, spread, law: "gamma" },
  cached: 0,
  arrivals: { rate: load / SERVICE, burstiness: 1 },
});
const RUN = { requests: 40_000, seed: 7 };

describe("one sequence at a time", () => {
  it.each([0.3, 0.6, 0.8])("waits as Pollaczek and Khinchine say for one length, at a load of %f", (load) => {
    const trace = simulate(server(1), traffic(load, 0), RUN);
    const waited = statisticOf(timesOf(trace, "queue"), "mean");
    // M/D/1; the queue is looked at between steps, half a step later on average where somebody is served.
    const expected = (load * SERVICE) / (2 * (1 - load)) + (load * STEP) / 2;
    expect(waited / expected).toBeCloseTo(1, 1);
    expect(Math.abs(waited / expected - 1)).toBeLessThan(0.04);
  });

  it.each([0.3, 0.6, 0.8])("stays an exponential time for exponential lengths, at a load of %f", (load) => {
    const runs = [1, 2, 3, 4].map((seed) => simulate(server(1), traffic(load, 1), { ...RUN, seed }));
    const answers = Float64Array.from(runs.flatMap((trace) => [...timesOf(trace, "answer")]));
    // M/M/1: the time in the system is exponential with rate (1 − load) / service.
    const scale = SERVICE / (1 - load);
    // A mean of 120,000 waits at 80 % load has a standard error of some 3 %, because neighbours wait alike.
    expect(Math.abs(statisticOf(answers, "mean") / scale - 1)).toBeLessThan(0.06);
    expect(Math.abs(statisticOf(answers, "p50") / (scale * Math.LN2) - 1)).toBeLessThan(0.06);
    expect(Math.abs(statisticOf(answers, "p95") / (scale * Math.log(20)) - 1)).toBeLessThan(0.1);
  });
});

describe("any scheduler", () => {
  const kinds = ["continuous", "dynamic"] as const;
  it.each(kinds)("keeps Little's law between answers that decode and their rate, %s", (scheduling) => {
    const trace = simulate(server(16, { scheduling, window: 0.05 }), traffic(5, 0.5), RUN);
    const times = (timed: "ttft" | "answer") => statisticOf(timesOf(trace, timed), "mean");
    const rate = trace.finished / trace.span;
    const decoding = trace.decoding / trace.span;
    const held = scheduling === "continuous" ? times("answer") - times("ttft") : undefined;
    if (held !== undefined) expect(Math.abs(decoding / (rate * held) - 1)).toBeLessThan(0.01);
    // A batch holds its places to its longest answer: more than its answers take.
    else expect(decoding).toBeGreaterThan(rate * (times("answer") - times("ttft")) * 1.2);
    expect(Math.abs(rate / (5 / SERVICE) - 1)).toBeLessThan(0.02);
  });

  it("gives the same answer for the same seed, and another for another", () => {
    const first = (seed: number) => simulate(server(4), traffic(2, 1), { requests: 500, seed }).answer;
    expect(first(3)).toEqual(first(3));
    expect(first(3)).not.toEqual(first(4));
  });

  it("serves everyone when nobody has to wait, each in the time of his own steps", () => {
    const trace = simulate(server(1000), traffic(1, 0.5), { requests: 2000, seed: 1 });
    expect(trace.finished).toBe(2000);
    const tpot = timesOf(trace, "tpot");
    for (const each of tpot) expect(each).toBeCloseTo(STEP, 9);
  });
});

describe("memory", () => {
  const paged = { budget: 5000, perSequence: 0, perToken: 1, reserve: "nothing", longest: 0 } as const;
  const rateOf = (cache: Server["cache"]) => {
    const closed = { ...traffic(1, 0.5), arrivals: { users: 64, think: 0, ramp: SERVICE } };
    const trace = simulate(server(64, { cache }), closed, { requests: 3000, seed: 1 });
    return { rate: trace.finished / trace.span, batch: trace.decoding / trace.busy, trace };
  };

  it("is never overrun, and gives up sequences that came last instead", () => {
    const { trace, batch } = rateOf(paged);
    expect(trace.preempted).toBeGreaterThan(0);
    expect(trace.finished).toBe(3000);
    // Half an answer on average, and the prompt.
    expect(batch).toBeLessThan(5000 / 110);
    expect(batch).toBeGreaterThan(0.7 * (5000 / 110));
  });

  it("holds fewer sequences where an answer is reserved, and fewer still without paging", () => {
    const nothing = rateOf(paged).rate;
    const answer = rateOf({ ...paged, reserve: "answer" }).rate;
    const longest = rateOf({ ...paged, reserve: "longest", longest: 1000 });
    expect(nothing).toBeGreaterThan(1.3 * answer);
    expect(answer).toBeGreaterThan(2 * longest.rate);
    expect(longest.batch).toBeLessThanOrEqual(5);
  });
});

describe("batches", () => {
  const late = (change: Partial<Server>, load: number, spread: number) => {
    const trace = simulate(server(8, change), traffic(load, spread), { requests: 4000, seed: 2 });
    return {
      queue: statisticOf(timesOf(trace, "queue"), "mean"),
      answer: statisticOf(timesOf(trace, "answer"), "mean"),
    };
  };

  it("wait until they are full, where they are static", () => {
    // The first of eight waits for seven gaps, the last for none.
    const { queue } = late({ scheduling: "static" }, 0.2, 0);
    expect(Math.abs(queue / ((3.5 * SERVICE) / 0.2) - 1)).toBeLessThan(0.05);
  });

  it("wait for the window at most, where they are dynamic and the server is free", () => {
    const { queue } = late({ scheduling: "dynamic", window: 0.5 }, 0.02, 0);
    expect(queue).toBeLessThan(0.55);
    expect(queue).toBeGreaterThan(0.45);
  });

  it("carry less than continuous batching the wider answers spread", () => {
    const full = { ...traffic(1, 1), arrivals: { users: 64, think: 0, ramp: 0 } };
    const rate = (scheduling: Server["scheduling"], spread: number) => {
      const asked = { ...full, output: { mean: TOKENS, spread } };
      const trace = simulate(server(8, { scheduling }), asked, { requests: 2000, seed: 3 });
      return trace.finished / trace.span;
    };
    expect(rate("continuous", 0) / rate("static", 0)).toBeLessThan(1.05);
    expect(rate("continuous", 1) / rate("static", 1)).toBeGreaterThan(1.8);
  });
});

describe("prompts on replicas of their own", () => {
  it("leave the steps of answers alone", () => {
    const times = { ...server(64).times, prompt: flat(0.2) };
    const asked = traffic(4, 0.5);
    const tpot = (scheduling: Server["scheduling"]) =>
      statisticOf(timesOf(simulate(server(64, { scheduling, times }), asked, RUN), "tpot"), "p95");
    expect(tpot("apart")).toBeCloseTo(STEP, 9);
    expect(tpot("continuous")).toBeGreaterThan(1.3 * STEP);
  });
});
