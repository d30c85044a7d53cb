import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, contentHash } from "@/lib/db/canonical-json";

it("is JSON that reads back as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("does not depend on the order of keys", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(contentHash(reversed)).toBe(contentHash(value));
    }),
  );
});

it("differs when a value differs", () => {
  expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: "1" }));
  expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
  expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [() => 1], [new Date(0)], [1n], [new Map()]])(
  "refuses %s, naming where it is",
  (value) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow(/^\$\.deep\[0\] cannot be written as JSON/);
  },
);
