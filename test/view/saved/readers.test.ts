import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, finite, listOf, member, members, oneOf, recordOf, text } from "@/lib/view/saved/readers";

describe("a number of a stored plan", () => {
  it("is one that can be counted with, or none", () => {
    for (const value of [0, 1, -2.5, 1e100, -1e100, 1e-100]) expect(finite(value)).toBe(value);
    for (const value of [
      1.1e100,
      -1e101,
      1e308,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      9e-101,
      5e-324,
      "1",
      null,
    ])
      expect(finite(value)).toBeUndefined();
  });

  it("has finite sums, products and quotients with any other", () => {
    const read = fc.double().filter((value) => finite(value) !== undefined);
    fc.assert(
      fc.property(read, read, (a, b) => {
        for (const value of [1000 * a + b, a * b, b === 0 ? 0 : a / b])
          expect(value).toSatisfy(Number.isFinite);
      }),
    );
  });
});

describe("a part of a stored plan", () => {
  it("is read where it is its own, of the kind that is asked for", () => {
    expect(members({ a: 1 })).toEqual({ a: 1 });
    for (const value of [[], null, undefined, 1, "a"]) expect(members(value)).toBeUndefined();
    expect(member({ a: 1 }, "a")).toBe(1);
    for (const [value, key] of [
      [{}, "toString"],
      [[1], "0"],
      [null, "a"],
    ] as const)
      expect(member(value, key)).toBeUndefined();
    expect([text("a"), text(""), text(1)]).toEqual(["a", undefined, undefined]);
    const word = oneOf<"a">({ a: true });
    expect([word("a"), word("b"), word("toString"), word(1)]).toEqual(["a", undefined, undefined, undefined]);
  });

  it("keeps what can be read of a list and of an object", () => {
    expect(listOf(finite)([1, "x", 0, null, 2])).toEqual([1, 0, 2]);
    expect(listOf(finite)({ length: 1 })).toEqual([]);
    expect(recordOf(finite)({ a: 1, b: "x", c: 0 })).toEqual({ a: 1, c: 0 });
    expect(recordOf(finite)([1])).toEqual({});
    const hostile = JSON.parse('{"__proto__": 1, "a": 2}') as unknown;
    expect(Object.entries(recordOf(finite)(hostile))).toEqual([["a", 2]]);
  });

  it("is whole or nothing where all of its members are needed", () => {
    const pair = all<{ a: number; b: string }>({ a: finite, b: text });
    expect(pair({ a: 0, b: "x", c: 1 })).toEqual({ a: 0, b: "x" });
    for (const value of [{ a: 0 }, { a: 0, b: "" }, { b: "x" }, null, []])
      expect(pair(value)).toBeUndefined();
  });
});
