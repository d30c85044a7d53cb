import { describe, expect, it } from "vitest";
import type { Source } from "@/lib/catalog/schema";
import { holdsSearch, readCellFilter } from "@/lib/view/catalog/cell-filter";
import { citedSources, originOfFigure, sourceNote } from "@/lib/view/catalog/cells";
import { recordTable } from "@/lib/view/catalog/record-figures";

import { figure, sourceOf, today } from "./figures";

describe("where a figure was read", () => {
  it("comes with its date, note and those that disagree, where they are stated", () => {
    expect(originOfFigure(figure(2))).toEqual({ text: "2 printed", source: "book" });
    const full = { asOf: "2026-01-01", note: "n", disagree: [{ text: "3", source: "other" }] };
    expect(originOfFigure(figure(2, full))).toEqual({ text: "2 printed", source: "book", ...full });
    expect(originOfFigure(figure(2, full), today)).toMatchObject({ stale: true });
    expect(originOfFigure(figure(2, { asOf: "2026-11-01" }), today)).not.toHaveProperty("stale");
    expect(citedSources([originOfFigure(figure(2, full))], sourceOf)).toEqual({
      book: { title: "A book", where: "page 7", date: "2026-01" },
      other: { title: "other", where: "" },
    });
    expect(sourceNote("x", () => ({ title: "T", where: "W" }) as Source)).toEqual({ title: "T", where: "W" });
  });

  it("is a line of a file for every statement, one line for what nobody states", () => {
    const shown = { id: "a", label: "A", empty: "unknown", unit: "GB" };
    const statements = [
      { text: "80 GB", source: "book", asOf: "2026-02", note: "n", mark: "chosen" as const },
      { source: "book", mark: "agrees" as const },
      { source: "lost", mark: "differs" as const },
    ];
    const { rows, columns } = recordTable(
      "r",
      "R",
      [
        { ...shown, number: "80", statements },
        { ...shown, label: "B", number: null, statements: [] },
      ],
      { book: { title: "A book", where: "page 7", date: "2026-01" } },
    );
    expect(columns.map(({ id, label, kind }) => [id, label, kind])).toEqual(
      ["Figure", "Shown as", "Unit", "As printed", "Source", "Address", "Date", "Standing", "Note"].map(
        (each) => [each, each, "text"],
      ),
    );
    expect(rows.map((row) => columns.map(({ id }) => row[id] ?? null))).toEqual([
      ["A", "80", "GB", "80 GB", "A book", "page 7", "2026-02", "chosen", "n"],
      ["A", "80", "GB", null, "A book", "page 7", "2026-01", "agrees", null],
      ["A", "80", "GB", null, "lost", null, null, "differs", null],
      ["B", "unknown", "GB", null, null, null, null, null, null],
    ]);
  });
});

describe("a filter says how it was understood", () => {
  const column = (filter: "date" | "text" | "choice") =>
    ({ id: "x", label: "X", kind: "text", filter }) as const;
  it.each([
    ["date", "2026", "2026"],
    ["date", ">=2026-05", "≥ 2026-05"],
    ["date", "<= 2025", "≤ 2025"],
    ["date", ">2025", "> 2025"],
    ["date", "2025..2026-03", "2025 to 2026-03"],
    ["date", " known ", "known"],
    ["text", " h100  nvidia ", "contains h100  nvidia"],
    ["text", "unknown", "unknown"],
    ["choice", "Spot", "Spot"],
  ] as const)("%s %s", (filter, text, understood) => {
    expect(readCellFilter(text, column(filter))).toMatchObject({ ok: true, understood });
  });

  it("and which of two dates a sign and a range would mean, it does not guess", () => {
    expect(readCellFilter(">=2025..2026", column("date"))).toEqual({
      ok: false,
      message: 'write a date or a range, such as >=2025-06 or 2025..2026, not ">=2025..2026"',
    });
    expect(holdsSearch("a b", "")).toBe(true);
  });
});
