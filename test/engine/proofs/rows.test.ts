import { describe, expect, it } from "vitest";
import { type Quantity, reads } from "@/lib/formula";
import { calculated } from "@/test/formula/spreadsheet";
import { allProved, type Proved, readRows } from "./rows";
import { byCell, byProgram, notGiven, same } from "./worked";

const proofs = allProved.flatMap((proved) =>
  readRows(proved).formulas.map((each) => ({ ...each, quantities: proved.quantities })),
);
const found = (id: string, quantities: Proved["quantities"]): Quantity => {
  const quantity = quantities.get(id);
  if (!quantity) throw new Error(`there is no quantity "${id}"`);
  return quantity;
};

describe.each(proofs)("$id by its law", ({ id, rows, quantities }) => {
  const quantity = found(id, quantities);

  it.each(rows)("is $by", (row) => {
    expect(notGiven(quantity, row), "must be given").toEqual([]);
    const read = new Set(reads(quantity).map((hole) => hole.id));
    expect(
      Object.keys(row.given).filter((name) => !read.has(name)),
      "is not read",
    ).toEqual([]);
    expect(same(calculated(row.by, {}), row.value), `${row.by} is ${row.value}`).toBe(true);
    for (const value of [byCell(quantity, row), byProgram(quantity, row)])
      expect(same(value, row.value), `${value} for ${row.value}`).toBe(true);
  });
});

describe("worked examples", () => {
  it("there are for every formula, sum, choice and constant, once each", () => {
    for (const { quantities } of allProved) {
      const wanted = [...quantities.values()].filter(
        ({ kind, ...rest }) => kind !== "input" || "constant" in rest,
      );
      const proved = proofs.filter((each) => each.quantities === quantities);
      expect(proved.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    }
  });

  it("say every step and every kind of row that a choice knows", () => {
    for (const { id, rows, quantities } of proofs) {
      const quantity = found(id, quantities);
      if (quantity.kind !== "perStep" && quantity.kind !== "byKind") continue;
      const said = rows.map(({ step, kind }) => step ?? kind);
      for (const name of Object.keys(quantity.of)) expect(said, id).toContain(name);
    }
  });
});
