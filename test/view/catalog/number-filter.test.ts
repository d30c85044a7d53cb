import { describe, expect, it } from "vitest";
import { readNumberFilter } from "@/lib/view/catalog/number-filter";

const memory = { unit: "GB", base: "B" };
const price = { unit: "USD/h", base: "USD/s" };
const parameters = { unit: "bn", base: "1" };
const count = { unit: "1", base: "1" };

const passes = (text: string, column: { unit: string; base: string }, value: number | null) => {
  const reading = readNumberFilter(text, column);
  return reading.ok ? reading.test(value) : reading.message;
};

describe("a filter on numbers", () => {
  it.each([
    [">=80", memory, 80, true],
    [">=80", memory, 79.9, false],
    [">= 80GB", memory, 80, true],
    [">80GB", memory, 80, false],
    ["≥0.08 TB", memory, 80, true],
    ["<= 64 GiB", memory, 68, true],
    ["<= 64 GiB", memory, 69, false],
    ["2..4", memory, 4, true],
    ["2..4", memory, 4.1, false],
    ["0.1..0.2 TB", memory, 141, true],
    ["80", memory, 80, true],
    ["80", memory, 81, false],
    ["<$2.50", price, 2.49, true],
    ["$2..$3", price, 2.5, true],
    ["$2..3/h", price, 3.5, false],
    [">=70B", parameters, 70.6, true],
    [">=70", parameters, 69.9, false],
    ["<=500M", parameters, 0.494, true],
    [">=60", count, 61, true],
  ])("%s over %o lets %d through: %s", (text, column, value, expected) => {
    expect(passes(text, column, value)).toBe(expected);
  });

  it("takes one number as equal to what the page shows", () => {
    expect(passes("398.6", parameters, 398.5612)).toBe(true);
  });

  it("keeps unknown figures out, unless they are asked for", () => {
    expect(passes(">=0", memory, null)).toBe(false);
    expect(passes("unknown", memory, null)).toBe(true);
    expect(passes("unknown", memory, 80)).toBe(false);
    expect(passes("known", memory, 80)).toBe(true);
  });

  it("says how it understood the text", () => {
    expect(readNumberFilter(">=0.5TB", memory)).toMatchObject({ ok: true, understood: "≥ 500 GB" });
    expect(readNumberFilter("1..2 TB", memory)).toMatchObject({ understood: "1,000 GB to 2,000 GB" });
  });

  it.each([
    [">=80 TB/s", /bytes|B/],
    ["much", /number/],
    [">=2..4", /not both/],
    ["4..2", /low to high/],
    [">=", /number/],
  ])("refuses %s with a reason", (text, reason) => {
    expect(passes(text, memory, 80)).toMatch(reason);
  });
});
