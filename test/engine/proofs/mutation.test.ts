import { expect, it } from "vitest";
import { quantities } from "@/lib/engine";
import { mutateAll, scoreOf } from "./mutation";

const { formulas, stale } = mutateAll();

it("almost no mistake in a formula passes its own worked examples", () => {
  const survivors = formulas.flatMap(({ id, survived }) => survived.map((text) => `${id}: ${text}`));
  expect(scoreOf(formulas), survivors.join("\n")).toBeGreaterThanOrEqual(0.98);
});

it("every formula can be mistaken: only sums and constants have no mutants", () => {
  const without = formulas.filter(({ mutants }) => mutants === 0).map(({ id }) => quantities.get(id)?.kind);
  expect(new Set(without)).toEqual(new Set(["rollup", "input"]));
});

it("no change is listed as equivalent that an example notices or that nobody makes", () => {
  expect(stale).toEqual([]);
});
