import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { calibration } from "@/lib/catalog";
import { type Ablation, ablationTable } from "@/lib/view/accuracy/ablation-table";
import { LAWS } from "@/scripts/laws";
import { expectHeadersToHold } from "../table-text";

const { law } = parse(readFileSync("data/benchmarks/ablation.toml", "utf8")) as { law: Ablation[] };
const crossValidated = parse(readFileSync("data/benchmarks/cross-validation.toml", "utf8")) as {
  class: { id: string }[];
};
const classes = crossValidated.class.map(({ id }) => id);

describe("what each law is worth", () => {
  it("is recorded for every law, beside the fit with all of them, in every class", () => {
    const without = law.filter(({ id }) => id !== "all");
    const withAll = law.filter(({ id }) => id === "all").map(({ engineVersion }) => engineVersion);
    expect(without.map(({ id }) => id)).toEqual(LAWS.map(({ id }) => id));
    expect([...new Set(without.map(({ engineVersion }) => engineVersion))].sort()).toEqual(withAll.sort());
    for (const { id, class: found } of law)
      expect(
        found.map((each) => each.id),
        id,
      ).toEqual(classes);
  });

  it("is asked with constants that there are", () => {
    for (const { id, constants = {} } of LAWS)
      for (const address of Object.keys(constants)) {
        const dot = address.lastIndexOf(".");
        const [record, name] = [address.slice(0, dot), address.slice(dot + 1)];
        expect(calibration(record)?.constants[name], `${id}: ${address}`).toBeDefined();
      }
  });

  it("is a table in per cent with a median and a share for each class", () => {
    const table = ablationTable(law);
    expectHeadersToHold(table);
    expect(table.columns).toHaveLength(2 + 2 * classes.length);
    const [all] = table.rows;
    expect(all?.law).toBe("Nothing: all laws");
    for (const id of classes) {
      expect(all?.[`${id}-median`]).toBeGreaterThan(1);
      expect(all?.[`${id}-within`]).toBeLessThanOrEqual(100);
    }
  });
});
