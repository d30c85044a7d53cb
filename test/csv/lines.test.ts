import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { pricingRaw } from "@/lib/catalog/snapshots/shapes/pricing-raw";
import { csvLines, isBlank } from "@/lib/csv/lines";
import { csvTable } from "@/lib/csv/table";

const BREAKS = ["\n", "\r\n", "\r"];

it("says of every row the line that it begins in, whatever its cells hold and however lines end", () => {
  const cell = fc.stringMatching(/^[a-z",; \n]{0,6}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...BREAKS),
      fc.boolean(),
      (rows, end, marked) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const text = (marked ? "\uFEFF" : "") + quoted.join("\n").replaceAll("\n", end);
        const { lines } = csvLines(text, Papa.parse, ",");
        expect(lines.map(({ cells }) => cells)).toEqual(rows);
        let next = 1;
        for (const at of rows.keys()) {
          expect(lines[at]?.line).toBe(next);
          next += quoted[at]?.split("\n").length ?? 0;
        }
      },
    ),
    { numRuns: 100 },
  );
});

it("knows the separator by the line of headings, and what is wrong with a row by its line", () => {
  for (const mark of [",", ";", "\t"]) {
    const table = csvTable(
      [
        ["A", " b"],
        ['"1\n2"', "x"],
        ["", ""],
        ["y", "z", "more"],
        ['"open', "w"],
      ]
        .map((cells) => cells.join(mark))
        .join("\n"),
    );
    expect(table.headings).toEqual(["a", "b"]);
    expect(table.rows.map(({ line, cells, fault }) => [line, cells.a, fault?.slice(0, 16)])).toEqual([
      [2, "1\n2", undefined],
      [5, "y", "there are 3 cell"],
      [6, `open${mark}w`, "a quotation mark"],
    ]);
  }
  expect(csvLines("a,b\n1,2\n", Papa.parse).lines.map(isBlank)).toEqual([false, false, true]);
});

it("gives a price file's refusals the line that they stand on, behind a cell that goes over lines", () => {
  const head =
    "sku,provider,price_tier,gpu_type,per_gpu_hourly_usd,total_hourly_usd,gpu_count,region,fetched_at";
  const row = (sku: string, price: string) => `${sku},P,on_demand,H100,${price},,1,,2026-10-10`;
  const text = [head, row('"one\nof two lines"', "2"), "", row("bad", "free"), row('"open', "3")].join("\n");
  const reading = pricingRaw.read(text, "2026-10-10");
  if (!reading.ok) throw new Error("not read");
  const { offers, refused } = reading;
  expect(offers.map(({ at }) => at)).toEqual(["line 2"]);
  expect(refused.map(({ at, why }) => [at, why])).toEqual([
    ["line 5", 'no price, got "free"'],
    ["line 6", "a quotation mark is opened and never closed"],
  ]);
});
