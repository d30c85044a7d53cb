import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { bookTable } from "@/components/price-book/book-table";
import { csvCells } from "@/components/price-book/csv-cells";
import { accelerators } from "@/lib/catalog";
import { toCsv } from "@/lib/export/csv";
import { applyPatch, defaultScenario, parseScenario } from "@/lib/scenario";
import {
  applyPriceBook,
  bookPrice,
  MAX_BOOK_NOTE,
  type PriceBookEntry,
  priceBook,
  restorePriceBook,
  storePriceBook,
} from "@/lib/scenario/price-book";
import { type PriceListReading, readPriceList } from "@/lib/scenario/price-book-rows";

const known = accelerators().map(({ id, name }) => ({ id, name }));
const H100 = "nvidia-h100-sxm-80gb";
const L4 = "nvidia-l4";
const day = "2026-03-04";

function read(text: string): PriceListReading {
  const cells = csvCells(text, Papa.parse);
  return cells.ok ? readPriceList(cells.csv, known) : cells;
}

/** The reading of a list whose columns are in order. */
function readRows(text: string) {
  const reading = read(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal));
  return reading;
}

const list = (...rows: string[]) => readRows(["accelerator,price,note", ...rows].join("\n"));
const prices = (...rows: string[]) => list(...rows).entries.map(({ pricePerHour }) => pricePerHour);

describe("rows that are understood", () => {
  it("reads ids and names in any case, every accelerator of the catalog by either", () => {
    expect(list("NVIDIA-H100-SXM-80GB,2", "  nvidia   l4 ,0.5").entries).toEqual([
      { accelerator: H100, pricePerHour: 2 },
      { accelerator: L4, pricePerHour: 0.5 },
    ]);
    for (const { id, name } of known) {
      expect(list(`${id},1`).entries[0]?.accelerator).toBe(id);
      expect(list(`"${name.toUpperCase()}",1`).entries[0]?.accelerator).toBe(id);
    }
  });

  it("reads prices with and without a unit, and says nothing twice", () => {
    expect(prices(`${L4},$2.49/h`)).toEqual([2.49]);
    expect(prices(`${L4},2.49`)).toEqual([2.49]);
    expect(prices(`${L4},USD 2.49/h`)).toEqual([2.49]);
    expect(prices(`${L4},0`)).toEqual([0]);
    expect(prices(`${L4},$1752/month`)).toEqual([2.4]);
  });

  it("reads semicolons with decimal commas, tabs, a byte order mark and every line end", () => {
    const rows = [{ accelerator: L4, pricePerHour: 2.49, note: "a, b" }];
    expect(readRows(`\uFEFFAccelerator;Price;Note\r\n${L4};2,49;a, b\r\n`).entries).toEqual(rows);
    expect(readRows(`Accelerator;Price;Note\r${L4};$2,49/h;a, b`).entries).toEqual(rows);
    expect(readRows(`accelerator\tprice\tnote\n${L4}\t2.49\ta, b`).entries).toEqual(rows);
  });

  it("finds columns in any order, takes a heading's unit, and names those it does not read", () => {
    const reading = readRows(`Region,PRICE (USD/h),Provider,Accelerator\neu,2.49,us,${L4}`);
    expect(reading.entries).toEqual([{ accelerator: L4, pricePerHour: 2.49 }]);
    expect(reading.unusedColumns).toEqual(["Region", "Provider"]);
  });

  it("lets the last row of an accelerator win, and says which row gave way", () => {
    const { entries, replaced, refused } = list(`${L4},1`, `${H100},2`, "NVIDIA L4,3", `${L4},minus`);
    expect(entries).toEqual([
      { accelerator: H100, pricePerHour: 2 },
      { accelerator: L4, pricePerHour: 3 },
    ]);
    expect(replaced).toEqual([
      { line: 2, field: "accelerator", message: "NVIDIA L4 is named again on line 4, which counts" },
    ]);
    expect(refused).toMatchObject([{ line: 5, field: "price" }]);
  });

  it("passes over blank rows, and still counts lines as an editor does", () => {
    const { entries, refused } = list("", `${L4},1,"two`, 'lines"', ",,", `${H100},x`);
    expect(entries).toEqual([{ accelerator: L4, pricePerHour: 1, note: "two lines" }]);
    expect(refused).toMatchObject([{ line: 6, field: "price" }]);
  });
});

describe("rows that are not understood", () => {
  const refusal = (row: string) => {
    const { entries, refused } = list(row);
    expect(entries).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.line).toBe(2);
    return `${refused[0]?.field}: ${refused[0]?.message}`;
  };
  it.each([
    [
      "h200,2",
      /^accelerator: no accelerator is called "h200"; did you mean NVIDIA H200 NVL 141GB, or NVIDIA H200 SXM 141GB\?$/,
    ],
    ["a chip of ours,2", /^accelerator: no accelerator is called "a chip of ours"$/],
    ["constructor,2", /^accelerator: no accelerator is called "constructor"$/],
    [",2", /^accelerator: it is empty/],
    [`${L4}`, /^price: empty/],
    [`${L4},-2`, /^price: must be from \$0\.00\/h to \$1,000\.00\/h, understood -\$2\.00\/h$/],
    [`${L4},NaN`, /^price: "NaN" does not start with a number$/],
    [`${L4},Infinity`, /^price: /],
    [`${L4},1e999`, /^price: 1e999 is too large$/],
    [`${L4},5000`, /^price: must be from \$0\.00\/h to \$1,000\.00\/h, understood \$5,000\.00\/h$/],
    [`${L4},2.49 EUR/h`, /^price: .*prices are in US dollars/],
    [`${L4},€2.49`, /^price: .*prices are in US dollars/],
    [`${L4},"2,49"`, /^price: .*decimal comma/],
    [`${L4},2,49,x`, /^row: it has 4 cells under 3 headings/],
    [`${L4},2 GB`, /^price: .*expected/],
    [`${L4},=1+1`, /^price: "=1\+1" does not start with a number$/],
    [`${L4},2,${"n".repeat(MAX_BOOK_NOTE + 1)}`, /^note: it has 201 characters/],
    [`${L4},2,a\u0007b`, /^note: it holds characters that cannot be shown$/],
    [`${L4},2,\u202Eevil`, /^note: /],
  ])("%s", (row, expected) => expect(refusal(row)).toMatch(expected));
});

describe("lists that are refused whole", () => {
  it.each([
    ["", 1, "file", /empty/],
    [" \n , \n", 1, "file", /empty/],
    [`${L4},2`, 1, "accelerator", /needs a column "accelerator", understood "nvidia-l4", "2"/],
    [`\naccelerator,cost\n${L4},2`, 2, "price", /needs a column "price", understood "accelerator", "cost"/],
    ["accelerator,price\n", 1, "file", /no row below/],
    [`accelerator,price,price\n${L4},1,2`, 1, "price", /2 columns are called "price"/],
    [`accelerator,price (EUR/h)\n${L4},1`, 1, "price", /prices are in US dollars/],
    [`accelerator,price (USD/month)\n${L4},1`, 1, "price", /must be USD\/h/],
    [`accelerator,price\n${L4},1\n"${H100},2\n`, 3, "file", /never closed/],
    [`accelerator,price\n${L4},1\n${H100}\u0000,2\n`, 3, "file", /UTF-8/],
    ["x".repeat(250_001), 1, "file", /more than 250000 characters/],
    [`accelerator,price\n${`${L4},1\n`.repeat(5001)}`, 1, "file", /5001 rows/],
  ])("%j", (text, line, field, message) => {
    const reading = read(text);
    expect(reading).toMatchObject({ ok: false, refusal: { line, field } });
    if (!reading.ok) expect(reading.refusal.message).toMatch(message);
  });
});

const entries: fc.Arbitrary<PriceBookEntry[]> = fc.uniqueArray(
  fc.record(
    {
      accelerator: fc.constantFrom(...known.map(({ id }) => id)),
      pricePerHour: fc.integer({ min: 0, max: 1e9 }).map((millionths) => millionths / 1e6),
      note: fc
        .oneof(
          fc.stringMatching(/^[\w ,;"€規+=@-]{1,40}$/),
          fc.constantFrom("=1+1", "-20 %", '+cmd|"x"', "@a"),
        )
        .map((note) => note.trim().replace(/\s+/g, " "))
        .filter((note) => note !== ""),
    },
    { requiredKeys: ["accelerator", "pricePerHour"] },
  ),
  { selector: ({ accelerator }) => accelerator, minLength: 1 },
);

describe("whatever comes", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(L4, "nvidia l4", "2", "$2.49/h", '"', "", "accelerator", "price", "__proto__"),
  );
  const mark = fc.constantFrom(",", ";", "\t", "\n", "\r\n", "\uFEFF");
  const text = fc
    .tuple(fc.boolean(), fc.array(fc.oneof(cell, mark)))
    .map(([headed, parts]) => (headed ? "accelerator,price,note\n" : "") + parts.join(""));

  it("never throws, and keeps no price that a scenario would refuse", () => {
    const seen = { ok: 0, refused: 0 };
    fc.assert(
      fc.property(text, (sample) => {
        const reading = read(sample);
        if (!reading.ok) {
          seen.refused++;
          expect(reading.refusal.line).toBeGreaterThan(0);
          return;
        }
        seen.ok++;
        const book = priceBook(reading.entries, day, undefined);
        expect(restorePriceBook(storePriceBook(book))).toEqual(book);
      }),
      { numRuns: 2000 },
    );
    expect(seen.ok).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });

  it("accounts for every row", () => {
    const row = fc
      .tuple(cell, cell)
      .map((cells) => cells.map((one) => one.replace(/[",;\t\r\n\0\uFFFD]/g, "")));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const reading = read(`accelerator,price\n${rows.map((cells) => cells.join(",")).join("\n")}`);
        const written = rows.filter((cells) => cells.some((one) => one.trim() !== "")).length;
        if (written === 0) {
          expect(reading.ok).toBe(false);
          return;
        }
        if (!reading.ok) throw new Error(reading.refusal.message);
        expect(reading.entries.length + reading.refused.length + reading.replaced.length).toBe(written);
      }),
    );
  });

  it("downloads what can be imported again, formulas defused", () => {
    fc.assert(
      fc.property(entries, fc.constantFrom("standard" as const, "excel" as const), (own, profile) => {
        const text = toCsv(bookTable(priceBook(own, day, "prices.csv")), profile);
        const cells = Papa.parse<string[]>(text).data.flat();
        expect(cells.filter((one) => /^\s*[=+\-@＋]/.test(one))).toEqual([]);
        expect(readRows(text)).toEqual({
          ok: true,
          entries: own,
          refused: [],
          replaced: [],
          unusedColumns: [],
        });
      }),
    );
  });
});

describe("a stored book", () => {
  const book = priceBook([{ accelerator: L4, pricePerHour: 0.5, note: "spot" }], day, "prices.csv");
  it("comes back as it was", () => expect(restorePriceBook(storePriceBook(book))).toEqual(book));
  it.each([
    "",
    "{",
    "null",
    "[]",
    '"text"',
    '{"v":1}',
    storePriceBook(book).slice(0, -3),
    JSON.stringify({ ...book, v: 2 }),
    JSON.stringify({ ...book, importedOn: "yesterday" }),
    JSON.stringify({ ...book, file: 7 }),
    JSON.stringify({ ...book, entries: [{ accelerator: L4, pricePerHour: -1 }] }),
    JSON.stringify({ ...book, entries: [{ accelerator: L4, pricePerHour: "2" }] }),
    JSON.stringify({ ...book, entries: [{ pricePerHour: 2 }] }),
    JSON.stringify({ ...book, entries: [...book.entries, ...book.entries] }),
    '{"v":1,"importedOn":"2026-03-04","entries":[{"accelerator":"nvidia-l4","pricePerHour":1e999}]}',
  ])("is refused when it is not as written: %s", (stored) => {
    expect(restorePriceBook(stored)).toBeUndefined();
  });
});

describe("a book in a plan", () => {
  const [first] = defaultScenario.options;
  if (!first) throw new Error("the preset has options");
  const other = { ...first, accelerator: L4 };
  const plan = { ...defaultScenario, options: [first, other, { ...first, tp: 4 }] };
  const book = priceBook([{ accelerator: first.accelerator, pricePerHour: 1.25 }], day, undefined);

  it("prices every option that it names, and no other", () => {
    const priced = applyPatch(plan, applyPriceBook(plan, book));
    expect(priced.options.map(({ pricePerHour }) => pricePerHour)).toEqual([1.25, undefined, 1.25]);
    expect(parseScenario(priced)).toEqual({ ok: true, scenario: priced });
    expect(plan.options[0]?.pricePerHour).toBeUndefined();
  });

  it("has nothing left to do once it is applied, until one price is taken back", () => {
    const priced = applyPatch(plan, applyPriceBook(plan, book));
    expect(applyPriceBook(priced, book)).toEqual({ options: {} });
    const reset = applyPatch(priced, { options: { 2: { pricePerHour: undefined } } });
    expect(applyPriceBook(reset, book)).toEqual({ options: { 2: { pricePerHour: 1.25 } } });
  });

  it("says the price of a new option, or nothing", () => {
    expect(bookPrice(book, first.accelerator)).toBe(1.25);
    expect(bookPrice(book, L4)).toBeUndefined();
    expect(bookPrice(null, L4)).toBeUndefined();
  });
});
