import { beforeEach, describe, expect, it } from "vitest";
import {
  at,
  byKind,
  compileProgram,
  constant,
  formula,
  highest,
  Image,
  input,
  perStep,
  previous,
  register,
  rollup,
  running,
} from "@/lib/formula";

// A small model of serving: rows that stream or exchange, steps with and without a prompt.
const bandwidth = input("B/s", "Bandwidth");
const promptTokens = input("tok", "Prompt", { varies: "load" });
const batch = input("tok", "Batch", { varies: "batch" });
const width = input("B/tok", "Width", { row: true });
const fixed = input("B", "Fixed", { row: true });
const doubled = constant("1", 2, "Both ways");
const none = constant("tok", 0, "None");

const inverse = formula("s/B", "Time per byte")`1 / ${bandwidth}`;
const extra = perStep("tok", "Prompt rows", { decode: none, mixed: promptTokens });
const tokens = formula("tok", "Rows")`${batch} + ${extra}`;
const streamed = formula("B", "Streamed")`${fixed} + ${tokens} * ${width}`;
const exchanged = formula("B", "Exchanged")`${doubled} * ${tokens} * ${width}`;
const moved = byKind("B", "Moved", { stream: streamed, exchange: exchanged });
const waits = byKind("B", "Fixed or moved", { stream: fixed, exchange: exchanged });
const rowTime = formula("s", "Time of a row")`${moved} * ${inverse}`;
const stepTime = rollup("Time of a step", rowTime);
const decodeTime = at("decode", "Time of a decode step", stepTime);
const mixedTime = at("mixed", "Time of a mixed step", stepTime);
const stored = rollup("Stored", fixed);
const promptCost = formula("s", "Time a prompt adds")`${mixedTime} - ${decodeTime}`;
const next = formula("tok", "Next batch")`${batch} * ${decodeTime} / ${mixedTime}`;
const report = formula("s/B", "Time per stored byte")`${promptCost} / ${stored}`;

const STEPS = ["decode", "mixed"];
const program = compileProgram([report, moved, waits], STEPS, [next]);
let image: Image;

beforeEach(() => {
  image = new Image(program, ["stream", "exchange", "idle"]);
  image.set(bandwidth, 10);
  [width, fixed].forEach((each, index) => {
    for (const row of [0, 1, 2]) image.set(each, (row + 1) * 10 ** index, row);
  });
  image.set(promptTokens, 5);
  image.set(batch, 3);
});

const runAll = () => {
  for (const tier of [0, 1, 2, 3] as const) image.run(tier);
};

describe("a program", () => {
  it("evaluates rows by their kind in every step, and sums them", () => {
    runAll();
    // streamed: 10 + 3·1 and 10 + 8·1; exchanged: 2·3·2 and 2·8·2; an idle row moves nothing.
    expect([0, 1, 2].map((row) => image.value(moved, { row, step: "decode" }))).toEqual([13, 12, 0]);
    expect([0, 1, 2].map((row) => image.value(moved, { row, step: "mixed" }))).toEqual([18, 32, 0]);
    expect(image.value(stepTime, { step: "decode" })).toBeCloseTo(2.5, 12);
    expect(image.value(decodeTime)).toBeCloseTo(2.5, 12);
    expect(image.value(mixedTime)).toBeCloseTo(5, 12);
    expect(image.value(stored)).toBe(60);
    expect(image.value(next)).toBeCloseTo(1.5, 12);
    expect(image.value(report)).toBeCloseTo(2.5 / 60, 12);
  });

  it("takes what no step changes into every step", () => {
    runAll();
    for (const [step, exchange] of [
      ["decode", 12],
      ["mixed", 32],
    ] as const)
      expect([0, 1, 2].map((row) => image.value(waits, { row, step }))).toEqual([10, exchange, 0]);
  });

  it("sums rows of some kinds alone, and computes nothing of the others", () => {
    const share = formula("1", "Share of the width")`${width} / ${width}`;
    const some = rollup("Rows that stream", share, new Set(["stream"]));
    const own = new Image(compileProgram([some], STEPS, []), ["stream", "exchange", "stream"]);
    own.set(width, 2, 0);
    own.set(width, 3, 2);
    own.run(0);
    expect(own.value(some)).toBe(2);
    // A row that nobody set would be nothing over nothing.
    expect([0, 1, 2].map((row) => own.value(share, { row }))).toEqual([1, 0, 1]);
  });

  it("evaluates again only what the batch changes", () => {
    runAll();
    image.set(batch, 8);
    image.set(bandwidth, 1000);
    image.set(promptTokens, 0);
    image.run(2);
    // The search sees the new batch, with bandwidth and prompt as they were evaluated before.
    expect(image.value(inverse)).toBe(0.1);
    expect(image.value(decodeTime)).toBeCloseTo((18 + 32) / 10, 12);
    expect(image.value(next)).toBeCloseTo(8 * (50 / image.value(mixedTime) / 10), 12);
    // What the search does not read waits for the tier after it.
    expect(image.value(report)).toBeCloseTo(2.5 / 60, 12);
    image.run(3);
    expect(image.value(report)).toBeCloseTo((image.value(mixedTime) - 5) / 60, 12);
  });

  it("multiplies first what changes seldom, wherever in a product it stands", () => {
    const rounds = input("1", "Rounds", { varies: "batch" });
    const load = input("1", "Load", { varies: "load" });
    const slow = input("1", "Slow");
    const rate = input("1", "Rate");
    const law = formula("1", "Law")`${rounds} * ${load} / (${slow} * ${rounds}) * ${slow} * ${rate} * 1`;
    const own = new Image(compileProgram([law], STEPS, [law]), []);
    const set = (values: readonly [number, number, number, number]) =>
      [rounds, load, slow, rate].forEach((each, index) => {
        own.set(each, values[index] as number);
      });
    set([3, 5, 7, 11]);
    for (const tier of [0, 1, 2, 3] as const) own.run(tier);
    expect(own.value(law)).toBeCloseTo(5 * 11, 12);
    set([2, 4, 14, 22]);
    own.run(2);
    // Of what the plan and the load bring only the divisor is read anew: it stands in brackets beside the batch.
    expect(own.value(law)).toBeCloseTo(((5 * 7 * 11) / (14 * 2)) * 2, 12);
    own.run(1);
    own.run(2);
    expect(own.value(law)).toBeCloseTo(((4 * 7 * 11) / (14 * 2)) * 2, 12);
  });

  it("evaluates with the plan what only other steps change in the search", () => {
    runAll();
    const idle = new Image(compileProgram([extra, tokens], STEPS, [tokens]), ["stream"]);
    idle.set(batch, 2);
    idle.set(promptTokens, 5);
    idle.run(2);
    expect(idle.value(tokens, { step: "decode" })).toBe(2);
    expect(idle.value(tokens, { step: "mixed" })).toBe(7);
  });

  it("does in a round no more than what the search hangs on, and the rest after it", () => {
    const either = formula(
      "s",
      "Either",
    )`if(${doubled} > 2, max(${mixedTime}, ${decodeTime}), ${decodeTime})`;
    const beside = formula("tok", "Beside")`2 * ${batch}`;
    const own = new Image(compileProgram([beside, promptCost], STEPS, [either]), ["stream"]);
    own.set(bandwidth, 10);
    own.set(fixed, 10);
    own.set(width, 1);
    own.activate(["decode"]);
    for (const tokens of [3, 13]) {
      own.set(batch, tokens);
      for (const tier of [0, 1, 2] as const) own.run(tier);
      expect(own.value(either)).toBeCloseTo((10 + tokens) / 10, 12);
      expect([own.value(beside), own.value(promptCost)]).toEqual([0, 0]);
    }
    own.run(3);
    expect(own.value(beside)).toBe(26);
    // The other step rests, and what reads it takes it as it is.
    expect(own.value(promptCost)).toBeCloseTo(-2.3, 12);
  });

  it("agrees with a fresh image after any change and all tiers", () => {
    runAll();
    image.set(batch, 21);
    image.set(bandwidth, 7);
    image.set(promptTokens, 2);
    runAll();
    const again = new Image(program, ["stream", "exchange", "idle"]);
    for (const [each, value] of [
      [bandwidth, 7],
      [promptTokens, 2],
      [batch, 21],
    ] as const)
      again.set(each, value);
    for (const row of [0, 1, 2]) {
      again.set(width, row + 1, row);
      again.set(fixed, (row + 1) * 10, row);
    }
    for (const tier of [0, 1, 2, 3] as const) again.run(tier);
    for (const quantity of [report, next, decodeTime, mixedTime])
      expect(image.value(quantity)).toBe(again.value(quantity));
  });

  it("keeps two images of one program apart", () => {
    runAll();
    const other = new Image(program, ["exchange"]);
    other.set(bandwidth, 1);
    for (const tier of [0, 1, 2, 3] as const) other.run(tier);
    expect(image.value(decodeTime)).toBeCloseTo(2.5, 12);
    expect(other.value(stepTime, { step: "mixed" })).toBe(0);
  });

  it("ignores an input that nothing reads, and refuses to tell a value it does not have", () => {
    const price = input("USD", "Price");
    register({ price });
    image.set(price, 4);
    expect(() => image.value(price)).toThrow("price is not part of this program");
  });
});

describe("a program that cannot be built", () => {
  it("refuses a step that it does not have", () => {
    expect(() => compileProgram([at("warm", "In a warm step", stepTime)], STEPS, [])).toThrow(
      'In a warm step: there is no step "warm"',
    );
  });

  it("refuses to read in a step what has no value of a step", () => {
    expect(() => at("decode", "Bandwidth now", bandwidth)).toThrow(
      /^Bandwidth now: only a quantity of a step/,
    );
    expect(() => at("decode", "Row now", rowTime)).toThrow(/^Row now: only a quantity of a step/);
  });

  it("refuses a quantity of a row in the place of a step's", () => {
    expect(() => perStep("B", "Rows", { decode: fixed, mixed: fixed })).toThrow(/^Rows: /);
  });

  it("refuses a quantity that says nothing about one of the steps", () => {
    const half = perStep("tok", "Half", { decode: none });
    expect(() => compileProgram([half], STEPS, [])).toThrow('Half: says nothing about the step "mixed"');
  });
});

describe("rows that follow one another", () => {
  const paid = input("USD", "Paid", { row: true });
  const soFar = running("Paid so far", paid);
  const most = highest("Most so far", paid);
  const more = formula("USD", "More than before")`${most} - ${previous("Most before", most)}`;
  const all = rollup("All", more);
  const twice = formula("USD", "Twice what is paid so far")`2 * ${soFar}`;
  const filled = (values: readonly number[]) => {
    const rows = new Image(
      compileProgram([all, twice], ["once"], []),
      values.map(() => "month"),
    );
    for (const [row, value] of values.entries()) rows.set(paid, value, row);
    rows.run(0);
    return rows;
  };

  it("know what came before: sums, the largest, the row above", () => {
    const rows = filled([3, -1, 5, 4]);
    const column = (of: typeof soFar | typeof more | typeof twice) =>
      [0, 1, 2, 3].map((row) => rows.value(of, { row }));
    expect(column(soFar)).toEqual([3, 2, 7, 11]);
    expect(column(twice)).toEqual([6, 4, 14, 22]);
    expect(column(most)).toEqual([3, 3, 5, 5]);
    expect(column(more)).toEqual([3, 0, 2, 0]);
    expect(rows.value(all)).toBe(5);
    expect(filled([-2]).value(most)).toBe(-2);
  });

  it("need rows", () => {
    expect(() => running("None", bandwidth)).toThrow("rows before it");
    expect(() => previous("None", bandwidth)).toThrow("rows before it");
  });
});

describe("a copy that is asked for less", () => {
  it("evaluates what it is asked for as the whole does, and nothing else", () => {
    runAll();
    const part = image.copy([promptCost]);
    const whole = image.copy();
    for (const each of [part, whole]) {
      each.set(batch, 9);
      each.set(promptTokens, 4);
      for (const tier of [0, 1, 2, 3] as const) each.run(tier);
    }
    for (const quantity of [promptCost, next]) expect(part.value(quantity)).toBe(whole.value(quantity));
    expect(part.value(report)).toBe(image.value(report));
    expect(whole.value(report)).not.toBe(image.value(report));
    part.activate(["decode"]);
    part.set(batch, 1);
    part.run(2);
    part.run(3);
    expect(part.value(decodeTime)).toBeCloseTo((10 + 1 + 4) / 10, 12);
    expect(part.value(report)).toBe(image.value(report));
  });
});
