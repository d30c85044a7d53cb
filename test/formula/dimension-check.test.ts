import { describe, expect, it } from "vitest";
import {
  byKind,
  constant,
  type Formula,
  formula,
  input,
  perStep,
  type Quantity,
  rollup,
} from "@/lib/formula";

const bytes = input("B", "Weights");
const cache = input("B", "KV cache");
const bandwidth = input("B/s", "Bandwidth");
const work = input("FLOP", "Operations");
const rate = input("FLOP/s", "Rate");
const tokens = input("tok", "Tokens");
const requests = input("req", "Requests");
const price = input("USD/s", "Price");
const share = input("1", "Share");
const time = input("s", "Latency");
const rowBytes = input("B", "Bytes of the row", { row: true });

describe("units that agree", () => {
  const accepted: [string, () => Formula][] = [
    ["a quotient", () => formula("s", "t")`(${bytes} + ${cache}) / (${bandwidth} * ${share})`],
    ["a literal factor", () => formula("s", "t")`2 * ${work} / ${rate}`],
    ["zero beside any unit", () => formula("B", "b")`max(0, ${bytes} - ${cache})`],
    ["a zero branch", () => formula("B", "b")`if(${share} > 0, ${bytes}, 0)`],
    ["a square written out", () => formula("tok^2", "pairs")`${tokens} ^ 2 / 2`],
    ["a root that undoes a square", () => formula("B", "b")`(${bytes} ^ 2 + ${cache} ^ 2) ^ 0.5`],
    ["a plain base with a computed power", () => formula("1", "n")`(1 - ${share}) ^ (${tokens} / ${tokens})`],
    ["a norm of two times", () => formula("s", "t")`pnorm(${work} / ${rate}, ${time}, ${share})`],
    ["the logarithm of a ratio", () => formula("1", "n")`log2(${bytes} / ${cache})`],
    ["rounding up", () => formula("tok", "t")`ceil(${tokens})`],
    ["a price per token", () => formula("USD/tok", "c")`${price} * ${time} / ${tokens}`],
    ["a comparison as a number", () => formula("1", "n")`(${bytes} >= ${cache}) * 3`],
    ["another prefix of the same dimension", () => formula("ms", "t")`${bytes} / ${bandwidth}`],
  ];
  it.each(accepted)("accepts %s", (_, declare) => {
    expect(declare().kind).toBe("formula");
  });
});

describe("units that do not agree", () => {
  const refused: [string, () => Quantity, RegExp][] = [
    [
      "a product where a quotient is meant",
      () => formula("s", "Time to stream")`${bytes} * ${bandwidth}`,
      /^Time to stream: declared in s, but the formula gives a quantity in B\^2\/s$/,
    ],
    [
      "bytes declared as time",
      () => formula("s", "x")`${bytes}`,
      /in s, but the formula gives an amount of bytes/,
    ],
    [
      "a rate declared as its inverse",
      () => formula("s/tok", "x")`${tokens} / ${time}`,
      /gives a rate of tokens/,
    ],
    [
      "tokens added to requests",
      () => formula("tok", "Load")`${tokens} + ${requests}`,
      /^Load: "\+" joins a number of tokens with a number of requests$/,
    ],
    [
      "a plain number added to tokens",
      () => formula("tok", "x")`${tokens} + 1`,
      /"\+" joins a number of tokens with a plain number/,
    ],
    [
      "time subtracted from bytes",
      () => formula("B", "x")`${bytes} - ${time}`,
      /"-" joins an amount of bytes with a time/,
    ],
    [
      "compute compared with bytes",
      () => formula("1", "x")`${work} < ${bytes}`,
      /"<" joins an amount of compute with an amount of bytes/,
    ],
    [
      "the larger of unlike things",
      () => formula("s", "x")`max(${time}, ${tokens})`,
      /"max" joins a time with a number of tokens/,
    ],
    [
      "the smallest of three, one unlike",
      () => formula("s", "x")`min(0, ${time}, ${share})`,
      /"min" joins a time with a plain number/,
    ],
    [
      "the logarithm of bytes",
      () => formula("1", "Hops")`log2(${bytes})`,
      /^Hops: "log2" takes a plain number$/,
    ],
    ["a power with a unit", () => formula("1", "x")`${share} ^ ${time}`, /an exponent has no unit/],
    [
      "a unit to a power that is computed",
      () => formula("B", "x")`${bytes} ^ ${share}`,
      /only a plain number can be raised to a power that is not written out/,
    ],
    ["a square declared as its base", () => formula("B", "x")`${bytes} ^ 2`, /gives a quantity in B\^2/],
    [
      "a condition with a unit",
      () => formula("s", "x")`if(${time}, ${time}, 0)`,
      /the condition of "if" has no unit/,
    ],
    [
      "branches that differ",
      () => formula("s", "x")`if(${share} > 0, ${time}, ${bytes})`,
      /"if" joins a time with an amount of bytes/,
    ],
    [
      "a norm of time and bytes",
      () => formula("s", "x")`pnorm(${time}, ${bytes}, 2)`,
      /"pnorm" joins a time with an amount of bytes/,
    ],
    [
      "a norm whose order is a time",
      () => formula("s", "x")`pnorm(${time}, ${time}, ${time})`,
      /the order of "pnorm" has no unit/,
    ],
    [
      "a fault deep inside",
      () => formula("s", "x")`2 * ceil((${time} + (${bytes}) / ${bandwidth} * ${bytes}))`,
      /"\+" joins a time with a quantity in s\*B/,
    ],
    [
      "a comparison declared with a unit",
      () => formula("s", "x")`${time} > ${time}`,
      /declared in s, but the formula gives a plain number/,
    ],
    ["a unit that does not exist", () => formula("furlong", "x")`${time}`, /unknown unit "furlong"/],
    [
      "an unlike kind of row",
      () => byKind("s", "Time", { a: rowBytes }),
      /^Time: declared in s, but "Bytes of the row" is in B$/,
    ],
    [
      "an unlike step",
      () => perStep("B", "Cache", { one: bytes, two: tokens }),
      /^Cache: declared in B, but "Tokens" is in tok$/,
    ],
    [
      "a constant of the wrong unit",
      () => formula("B", "x")`${constant("FLOP", 2, "Two")} * ${share}`,
      /gives an amount of compute/,
    ],
    [
      "a sum over rows used as time",
      () => formula("s", "x")`${rollup("All", rowBytes)}`,
      /gives an amount of bytes/,
    ],
  ];
  it.each(refused)("refuses %s", (_, declare, message) => {
    expect(declare).toThrow(message);
  });
});
