import { describe, expect, it } from "vitest";
import { isPresent } from "@/components/export/present";
import { ENGINE_VERSION } from "@/lib/engine";
import { savedWorkbook } from "@/lib/export/workbook/saved-workbook";
import { comparedFigures, compareTable } from "@/lib/view/compare";
import { cellValue, columnScale } from "@/lib/view/table";
import { mixed } from "../view/estimates";

/** A plan whose figures no engine of today computes. */
function kept() {
  const estimate = mixed();
  return {
    ...estimate,
    engineVersion: "0.1.0",
    options: estimate.options.map((option) => ({
      ...option,
      figures: Object.fromEntries(
        Object.entries(option.figures).map(([id, value]) => [id, (value ?? 0) * 1.25]),
      ) as typeof option.figures,
    })),
  };
}

describe("the workbook of a plan that was saved on another day", () => {
  const estimate = kept();
  const { sheets } = savedWorkbook(estimate, (id) => id, new Date("2026-11-29"));

  it("holds every figure as it was saved, and no formula", () => {
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.some((cell) => cell?.formula !== undefined)).toBe(false);
    const figures = sheets.find(({ name }) => name === "Figures")?.rows ?? [];
    const table = compareTable(estimate);
    for (const [place, column] of table.columns.entries()) {
      const id = comparedFigures.find((each) => each === column.id);
      if (!id) continue;
      const { factor } = columnScale(table, column);
      for (const [index, { figures: saved }] of estimate.options.entries()) {
        const cell = figures[index + 1]?.[place]?.value;
        const shown = cellValue(table.rows[index]?.[id]);
        if (shown === null) expect(cell).toBeUndefined();
        else {
          expect(shown).toBe(saved[id]);
          expect((Number(cell) * factor) / Number(shown)).toBeCloseTo(1, 9);
        }
      }
    }
  });

  it("is made of values just where the engine or the catalog is another one", () => {
    const now = { ...estimate, engineVersion: ENGINE_VERSION, catalogVersion: "today" };
    expect(isPresent(now, { version: "today" })).toBe(true);
    expect(isPresent(now, { version: "tomorrow" })).toBe(false);
    expect(isPresent(estimate, { version: estimate.catalogVersion })).toBe(false);
    expect(
      sheets[0]?.rows
        .flat()
        .map((cell) => cell?.value)
        .join(" "),
    ).toContain("engine 0.1.0");
  });
});
