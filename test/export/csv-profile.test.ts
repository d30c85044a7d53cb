import { describe, expect, it } from "vitest";
import {
  chooseCsvProfile,
  csvProfile,
  csvProfiles,
  readProfile,
  watchCsvProfile,
} from "@/components/charts/csv-profile";
import { toCsv } from "@/lib/export/csv";
import type { Table } from "@/lib/view/table";

const table: Table = {
  id: "t",
  title: "t",
  columns: [
    { id: "a", label: "A", kind: "number" },
    { id: "b", label: "B", kind: "number" },
  ],
  rows: [{ a: 1.5, b: 2 }],
};

describe("the choice of a CSV profile", () => {
  it("is standard until another one is chosen, and tells those who watch", () => {
    expect(csvProfile()).toBe("standard");
    let calls = 0;
    const stop = watchCsvProfile(() => calls++);
    chooseCsvProfile("excel-eu");
    expect([csvProfile(), calls]).toEqual(["excel-eu", 1]);
    stop();
    chooseCsvProfile("standard");
    expect([csvProfile(), calls]).toEqual(["standard", 1]);
  });

  it.each([null, "", "Excel", "constructor"])("takes %j, when stored, for the standard one", (text) => {
    expect(readProfile(text)).toBe("standard");
  });

  it("offers every profile by what it writes", () => {
    for (const { value, label } of csvProfiles) {
      const csv = toCsv(table, readProfile(value));
      expect(csv.includes("A;B"), label).toBe(label.includes("semicolon"));
      expect(csv.includes("1,5"), label).toBe(label.includes("decimal comma"));
      expect(csv.startsWith("\uFEFF"), label).toBe(label.startsWith("Excel"));
    }
    expect(new Set(csvProfiles.map(({ value }) => value)).size).toBe(3);
  });
});
