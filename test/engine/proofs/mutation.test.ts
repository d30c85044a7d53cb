import { expect, it } from "vitest";
import { mutateAll, scoreOf } from "./mutation";
import { allProved } from "./rows";

const proofs = allProved.map((proved) => mutateAll(proved));
const formulas = proofs.flatMap((each) => each.formulas);
const stale = proofs.flatMap((each) => each.stale);
const quantityOf = (id: string) =>
  allProved.map(({ quantities }) => quantities.get(id)).find((found) => found !== undefined);

it("almost no mistake in a formula passes its own worked examples", () => {
  const survivors = formulas.flatMap(({ id, survived }) => survived.map((text) => `${id}: ${text}`));
  expect(scoreOf(formulas), survivors.join("\n")).toBeGreaterThanOrEqual(0.98);
});

it("every formula can be mistaken: only sums, rows before and constants have no mutants", () => {
  const without = formulas.filter(({ mutants }) => mutants === 0).map(({ id }) => quantityOf(id)?.kind);
  expect(new Set(without)).toEqual(new Set(["rollup", "input", "running", "previous"]));
});

it("no change is listed as equivalent that an example notices or that nobody makes", () => {
  expect(stale).toEqual([]);
});
