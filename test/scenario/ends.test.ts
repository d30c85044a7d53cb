import { describe, expect, it } from "vitest";
import { defaultScenario, parseScenario } from "@/lib/scenario";
import { ADD_FRAGMENT, PLAN_FRAGMENT } from "@/lib/scenario/fragments";
import { refuseHostile } from "@/lib/scenario/input-guard";
import { jsonFromText, jsonToText } from "@/lib/scenario/json-text";
import { MODES, measurementSchema } from "@/lib/scenario/measurement";
import { cleanName, cleanTexts, unfitText } from "@/lib/scenario/name";
import { newOption } from "@/lib/scenario/new-option";
import { offerOf, pricedBy } from "@/lib/scenario/offer";
import { priceBook, restorePriceBook, storePriceBook } from "@/lib/scenario/price-book";
import { getIn, setIn } from "@/lib/scenario/set-in";
import { spelling } from "@/lib/scenario/spelling";

const errors = (input: unknown) => {
  const reading = parseScenario(input);
  return reading.ok ? [] : reading.errors;
};

describe("input that no plan looks like", () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
  it("is refused from the first value that is too much on, and not before", () => {
    expect(refuseHostile(nested(9))).toBeUndefined();
    expect(refuseHostile(nested(10))).toEqual({
      path: "a.a.a.a.a.a.a.a.a",
      message: "nested deeper than 9 levels",
    });
    expect(refuseHostile({ a: "x".repeat(1000) })).toBeUndefined();
    expect(refuseHostile({ a: "x".repeat(1001) })).toEqual({
      path: "a",
      message: "longer than 1000 characters",
    });
    expect(refuseHostile(Array(5999).fill(0))).toBeUndefined();
    expect(refuseHostile(Array(6000).fill(0))).toEqual({ path: "", message: "more than 6000 values" });
    for (const key of ["__proto__", "constructor", "prototype"])
      expect(refuseHostile(JSON.parse(`{"a":{"${key}":1}}`))).toEqual({
        path: "a",
        message: `"${key}" is not a field`,
      });
    expect(refuseHostile({ ["k".repeat(90)]: { constructor: 1 } })?.path).toBe("k".repeat(80));
    for (const plain of [null, 1, "x", undefined, []]) expect(refuseHostile(plain)).toBeUndefined();
  });

  it("is told with no more than eighty characters of itself", () => {
    const [long] = errors({ ...defaultScenario, serving: { engine: "e".repeat(81) } });
    expect(long?.message).toContain(`understood "${"e".repeat(80)}…"`);
    const [short] = errors({ ...defaultScenario, serving: { engine: "e".repeat(80) } });
    expect(short?.message).toContain(`understood "${"e".repeat(80)}"`);
    const [key] = errors({ ...defaultScenario, serving: { ["k".repeat(81)]: 1 } });
    expect(key).toEqual({ path: `serving.${"k".repeat(80)}`, message: `"${"k".repeat(80)}" is not a field` });
  });

  it.each([
    [{ ...defaultScenario, workload: [1, 2] }, "workload", "expected an object, understood a list of 2"],
    [{ ...defaultScenario, options: {} }, "options", "expected a list, understood an object"],
    [{ ...defaultScenario, options: [] }, "options", "expected at least 1, understood a list of 0"],
    [{ ...defaultScenario, name: 7 }, "name", "Name: expected text, understood 7"],
    [{ ...defaultScenario, name: "\u0007" }, "name", "Name: expected text without control characters"],
    [
      { ...defaultScenario, workload: { model: "No Model" } },
      "workload.model",
      "Model: expected an id of lower-case letters, digits, '.', '_' and '-', understood \"No Model\"",
    ],
    [{ ...defaultScenario, workload: {} }, "workload.model", "Model: expected text, it is missing"],
    [
      { ...defaultScenario, workload: { model: "m", batch: {} } },
      "workload.batch",
      "Batch: expected a number, or text with a unit, understood an object",
    ],
    [
      { ...defaultScenario, workload: { model: "m", batch: null } },
      "workload.batch",
      "Batch: expected a number, or text with a unit, understood null",
    ],
  ])("case %#: is told by its field what was expected and what came", (input, path, message) => {
    const found = errors(input).find((error) => error.path === path);
    expect(found?.message).toContain(message);
  });
});

describe("a value in a plan", () => {
  it("is set on a copy, and nothing is where the path leads nowhere", () => {
    const target = { a: [{ b: 1 }], c: 2 };
    expect(setIn(target, "a.0.b", 3)).toEqual({ a: [{ b: 3 }], c: 2 });
    expect(setIn(target, "c", undefined)).toEqual({ a: [{ b: 1 }] });
    expect(target).toEqual({ a: [{ b: 1 }], c: 2 });
    expect(setIn(target, "a.0.b", 3).a).not.toBe(target.a);
    expect(() => setIn(target, "c.d", 1)).toThrow('setIn: nothing to set at "d"');
    expect(() => setIn(null, "a", 1)).toThrow('setIn: nothing to set at "a"');
    expect(getIn(target, "a.0.b")).toBe(1);
    for (const path of ["c.d", "x.y", "a.1.b", "a.0.b.length"])
      expect(getIn(target, path), path).toBeUndefined();
    expect(getIn("text", "length")).toBeUndefined();
  });

  it("that a new option has is each field's default, and a price where one is given", () => {
    const option = newOption("chip");
    expect(option).toMatchObject({ accelerator: "chip", tp: 1, pp: 1, dp: 1, ep: 1, prefillReplicas: 0 });
    expect(Object.keys(option)).not.toContain("pricePerHour");
    expect(newOption("chip", 0)).toEqual({ ...option, pricePerHour: 0 });
  });

  it("that an offer gave is its price for as long as nobody typed another", () => {
    const offer = { pricePerHour: 2, provider: "P", term: "spot", asOf: "2026" };
    expect(pricedBy(offer)).toEqual({ pricePerHour: 2, offer });
    expect(offerOf(pricedBy(offer))).toBe(offer);
    expect(offerOf({ pricePerHour: 2.5, offer })).toBeUndefined();
    expect(offerOf({ offer })).toBeUndefined();
    expect(offerOf({ pricePerHour: 2 })).toBeUndefined();
  });
});

describe("a text", () => {
  it("is compared without case, and with one blank where there are more", () => {
    expect(spelling("  NVIDIA \t H100\n SXM ")).toBe("nvidia h100 sxm");
  });

  it("is cleaned of what nobody sees, however deep it lies", () => {
    expect(cleanName("a\u202Eb\u0000c\uD800d")).toBe("abcd");
    expect(cleanTexts({ a: ["x\u2066", 1, null], b: { c: "ok" } })).toEqual({
      a: ["x", 1, null],
      b: { c: "ok" },
    });
    expect(unfitText({ a: ["x", { b: "y\u2069" }] })).toEqual(["a", "1", "b"]);
    expect(unfitText("\u0007")).toEqual([]);
    for (const fit of ["ok", 1, null, { a: ["é 🧮"] }]) expect(unfitText(fit)).toBeUndefined();
  });

  it("carries any value through a link, and none where it is cut", () => {
    for (const value of [0, null, "é+/=?>", { a: ["~~~", "ÿÿÿ"] }])
      expect(jsonFromText(jsonToText(value))).toEqual({ value });
    expect(jsonToText({ a: "ÿ?>" })).toMatch(/^[\w-]+$/);
    for (const text of ["", "@", "_w", jsonToText({ a: 1 }).slice(0, -2)])
      expect(jsonFromText(text)).toBeUndefined();
  });

  it("of a link tells a plan from an addition by how it begins", () => {
    expect([PLAN_FRAGMENT, ADD_FRAGMENT]).toEqual(["#d=", "#add="]);
  });
});

describe("a measured run", () => {
  const run = {
    tool: "bench",
    accelerator: "nvidia-h100-sxm-80gb",
    model: "qwen3-8b",
    weights: "bf16",
    kvCache: "bf16",
    engine: "vllm",
    accelerators: "8",
    inputTokens: "1k",
    outputTokens: 500.5,
    mode: "server",
    measured: { tpot_ms: 10 },
  };
  const refused = (change: object) => {
    const reading = measurementSchema.safeParse({ ...run, ...change });
    return reading.success
      ? []
      : reading.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };

  it("is read in its fields' units, on one rank of each kind and switched on unless it says otherwise", () => {
    const layout = { tp: 1, pp: 1, dp: 1, ep: 1 };
    expect(measurementSchema.parse(run)).toEqual({
      ...run,
      ...layout,
      on: true,
      accelerators: 8,
      inputTokens: 1000,
    });
    for (const mode of MODES) expect(refused({ mode })).toEqual([]);
    expect(MODES).toEqual(["server", "offline", "static_batch", "single_stream"]);
  });

  it("is refused by the field that is wrong", () => {
    expect(refused({ inputTokens: "0 tok" })[0]).toMatch(/^inputTokens: Input tokens: must be from 1 tok/);
    for (const [field, values] of Object.entries({
      tool: ["", "x".repeat(300), "\u0007"],
      model: ["No", "", "a".repeat(81)],
      concurrency: [0, 1_000_001],
      measured: [{ tpot_ms: 1e-10 }, { ttft_ms: 1.1e12 }, { speed: 1 }],
      mode: ["fast"],
      more: [1],
    }))
      for (const value of values) expect(refused({ [field]: value }), `${field} ${value}`).not.toEqual([]);
    expect(refused({ concurrency: 1 })).toEqual([]);
    expect(refused({ concurrency: 1_000_000, measured: { tpot_ms: 1e-9, ttft_ms: 1e12 } })).toEqual([]);
  });
});

describe("a stored price list", () => {
  const entry = { accelerator: "a", pricePerHour: 1 };
  const restored = (change: object) =>
    restorePriceBook(JSON.stringify({ v: 1, importedOn: "2026-01-02", entries: [entry], ...change }));

  it("is read up to its bounds, and not beyond", () => {
    expect(restored({})).toEqual(priceBook([entry], "2026-01-02", undefined));
    expect(restored({ file: "f".repeat(120) })?.file).toHaveLength(120);
    expect(restored({ file: "f".repeat(121) })).toBeUndefined();
    expect(priceBook([], "2026-01-02", "f".repeat(130)).file).toHaveLength(120);
    expect(priceBook([], "2026-01-02", "")).not.toHaveProperty("file");
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...entry, accelerator: `a${n}` }));
    expect(restored({ entries: many(5000) })?.entries).toHaveLength(5000);
    expect(restored({ entries: many(5001) })).toBeUndefined();
    expect(restored({ entries: [{ ...entry, note: "n".repeat(200) }] })?.entries[0]?.note).toHaveLength(200);
    expect(restored({ entries: [{ ...entry, note: "n".repeat(201) }] })).toBeUndefined();
    expect(restored({})?.entries[0]).not.toHaveProperty("note");
  });

  it("is nothing where a part of it is not as it was written", () => {
    for (const change of [
      { v: 2 },
      { importedOn: "yesterday" },
      { file: 7 },
      { entries: { length: 1 } },
      { entries: [null] },
      { entries: [[]] },
      { entries: [{ ...entry, note: 7 }] },
      { entries: [{ ...entry, accelerator: "" }] },
      { entries: [{ ...entry, pricePerHour: "1" }] },
      { entries: [{ ...entry, pricePerHour: -1 }] },
      { entries: [entry, entry] },
    ])
      expect(restored(change), JSON.stringify(change)).toBeUndefined();
    for (const text of ["", "null", "[]", "{"]) expect(restorePriceBook(text)).toBeUndefined();
    expect(restorePriceBook(storePriceBook(priceBook([entry], "2026-01-02", "f.csv")))?.file).toBe("f.csv");
  });
});
