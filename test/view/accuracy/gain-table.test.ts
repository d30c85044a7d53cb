import { describe, expect, it } from "vitest";
import { readAnchoredGain } from "@/app/accuracy/anchored-gain";
import { gainTable } from "@/lib/view/accuracy/gain-table";
import { expectHeadersToHold } from "../table-text";

describe("what measurements of a deployment are worth", () => {
  const { point } = readAnchoredGain();

  it("grows with their number, and ranges go on holding eight in ten", () => {
    expect(point.map(({ points }) => points)).toEqual([0, 1, 2, 3, 6]);
    for (const kind of ["tpot", "ttft"] as const)
      for (const [index, each] of point.entries()) {
        expect(each[kind].held).toBeGreaterThan(0.75);
        expect(each[kind].held).toBeLessThan(0.85);
        if (index > 0) expect(each[kind].median).toBeLessThan(point[index - 1]?.[kind].median ?? 0);
      }
  });

  it("is a line a number of points, in per cent", () => {
    const table = gainTable(point);
    expect(table.rows).toHaveLength(point.length);
    expect(table.rows[0]?.points).toBe("None: the prediction");
    expect(table.rows[2]?.["tpot-median"]).toBeCloseTo(100 * (point[2]?.tpot.median ?? 0));
    expectHeadersToHold(table);
    for (const { id } of table.columns) expect(table.rows.every((row) => row[id] !== undefined)).toBe(true);
  });
});
