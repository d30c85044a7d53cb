import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity } from "@/lib/units";
import { parseRange } from "@/lib/units/parse-range";

const value = (text: string, unit: string) => {
  const reading = parseQuantity(text, unit);
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
};
const message = (text: string, unit: string) => {
  const reading = parseQuantity(text, unit);
  return reading.ok ? `understood ${reading.understood}` : reading.message;
};

describe("parseQuantity understands", () => {
  it.each([
    ["128k", "tok", 128_000],
    ["128K tokens", "tok", 128_000],
    ["1M", "tok", 1_000_000],
    ["1.5bn", "tok", 1_500_000_000],
    ["3.35 TB/s", "B/s", 3.35e12],
    ["4.8TB/s", "B/s", 4.8e12],
    ["400 Gbit/s", "B/s", 50e9],
    ["80 GB", "B", 80e9],
    ["80 GiB", "B", 85_899_345_920],
    ["141", "GB", 141e9],
    ["989.4 TFLOPS", "FLOP/s", 989.4e12],
    ["3,958 TOPS", "FLOP/s", 3958e12],
    ["1.4 PFLOP/s", "FLOP/s", 1.4e15],
    ["$2.49/h", "USD/s", 2.49 / 3600],
    ["$2.49", "USD/h", 2.49 / 3600],
    ["2.49 USD/hour", "USD/h", 2.49 / 3600],
    ["$0.42/Mtok", "USD/tok", 0.42e-6],
    ["$365M/year", "USD/year", 365e6 / (365 * 86_400)],
    ["$0.12/kWh", "USD/J", 0.12 / 3.6e6],
    ["70%", "1", 0.7],
    ["70", "%", 0.7],
    ["1,000", "tok", 1000],
    ["1 000", "tok", 1000],
    ["1,00,000", "tok", 100_000],
    ["1\u202f000\u202f000", "tok", 1e6],
    ["1,000.5", "1", 1000.5],
    ["12 ms", "s", 0.012],
    ["12 µs", "s", 12e-6],
    ["12 μs", "s", 12e-6],
    ["1 month", "s", 2_628_000],
    ["1 year", "s", 31_536_000],
    ["2.5e3", "tok", 2500],
    ["-5", "tok", -5],
    [" .5 ", "1", 0.5],
    ["1.3 MW", "W", 1.3e6],
    ["2k users", "user", 2000],
    ["3/s", "req/s", 3],
    ["180 req/min", "req/s", 3],
    ["3 rps", "req/s", 3],
    ["10M tok/day", "tok/day", 1e7 / 86_400],
    ["20k/day", "req/day", 20_000 / 86_400],
  ])("%s in %s", (text, unit, expected) => {
    expect(value(text, unit)).toBeCloseTo(expected, 12);
    expect(Math.abs(value(text, unit) / expected - 1)).toBeLessThan(1e-12);
  });

  it("without binary noise", () => {
    expect(value("70", "%")).toBe(0.7);
    expect(value("$2.49/h", "USD/h") * 3600).toBeCloseTo(2.49, 14);
  });

  it("says how it understood the text", () => {
    expect(message("128k", "tok")).toBe("understood 128,000 tok");
    expect(message("80 GiB", "B")).toBe("understood 85.89934592 GB");
    expect(message("$2.49", "USD/h")).toBe("understood $2.49/h");
  });
});

describe("parseQuantity refuses", () => {
  it.each([
    ["12x8k", "tok", 'understood the number 12, but not "x8k"; expected a number of tokens (tok)'],
    ["80 GB", "B/s", "expected a rate of bytes (B/s), understood 80 GB, which is an amount of bytes"],
    [
      "7B",
      "tok",
      'expected a number of tokens (tok), understood 7 B, which is an amount of bytes; for a billion write "bn"',
    ],
    ["1,5", "1", '"1,5" has a decimal comma: write 1.5 or 15'],
    ["0,500", "1", '"0,500" has a decimal comma: write 0.500 or 0500'],
    ["1.000,5", "1", '"1.000,5" has a decimal comma: write 1000.5'],
    ["1,00,00", "1", '"1,00,00" is not a number'],
    ["1,000,00", "1", '"1,000,00" is not a number'],
    ["12 8", "1", '"12 8" is not a number'],
    ["", "tok", "empty: write a number"],
    ["many", "tok", '"many" does not start with a number'],
    ["€2", "USD/h", '"€2" does not start with a number; prices are in US dollars'],
    ["$5", "tok", "expected a number of tokens (tok), understood 5 USD, which is an amount of money"],
    [
      "5m",
      "s",
      'understood the number 5, but not "m": write "M" for a million, "min" for minutes or "month"; expected a time (s)',
    ],
    [
      "80 gb",
      "B",
      'understood the number 80, but not "gb": did you mean "GB"?; expected an amount of bytes (B)',
    ],
    [
      "80 Gb",
      "B",
      'understood the number 80, but not "Gb": write "Gbit" for bits or "GB" for bytes; expected an amount of bytes (B)',
    ],
    ["900 GT/s", "B/s", 'understood the number 900, but not "GT"; expected a rate of bytes (B/s)'],
    ["1e400", "1", "1e400 is too large"],
    ["1e-400", "1", "1e-400 is too small"],
    ["2 constructor", "1", 'understood the number 2, but not "constructor"; expected a plain number (1)'],
    ["2 __proto__", "1", 'understood the number 2, but not "__proto__"; expected a plain number (1)'],
  ])("%j in %s", (text, unit, expected) => {
    expect(message(text, unit)).toBe(expected);
  });

  it("never throws and never yields a number that is not finite", () => {
    const pieces = fc.constantFrom(
      "1",
      "9",
      ",",
      ".",
      " ",
      "k",
      "G",
      "B",
      "/",
      "s",
      "$",
      "-",
      "e",
      "tok",
      "%",
      "^",
      "*",
      "\0",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("tok", "B/s", "USD/h", "%", "1", "s"), (text, unit) => {
        const reading = parseQuantity(text, unit);
        if (reading.ok) expect(Number.isFinite(reading.value)).toBe(true);
        else expect(reading.message).not.toBe("");
        const range = parseRange(text, unit);
        if (range.ok) expect(range.low).toBeLessThanOrEqual(range.high);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("parseRange", () => {
  it.each([
    ["2..3", "1", 2, 3],
    ["2–3 TB/s", "B/s", 2e12, 3e12],
    ["100 GB/s to 1 TB/s", "B/s", 100e9, 1e12],
    ["8k..128k", "tok", 8000, 128_000],
    ["60..90%", "1", 0.6, 0.9],
    ["5", "tok", 5, 5],
  ])("%s in %s", (text, unit, low, high) => {
    expect(parseRange(text, unit)).toMatchObject({ ok: true, low, high });
  });

  it("gives both ends the dollar and the unit", () => {
    const range = parseRange("$2..3/h", "USD/h");
    expect(range).toMatchObject({ ok: true, understood: "$2.00/h to $3.00/h" });
  });

  it("refuses ends out of order and more than two", () => {
    expect(parseRange("3..2", "tok")).toEqual({
      ok: false,
      message: "a range goes from low to high, understood 3 tok to 2 tok",
    });
    expect(parseRange("1..2..3", "tok")).toMatchObject({ ok: false });
  });
});
