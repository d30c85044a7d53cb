import { expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import { estimate, type Lookup, type OptionEstimate } from "@/lib/engine";
import { isNew } from "@/lib/engine/readings/maturity";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "./plans";

const asOf = "2026-11-28";

it.each([
  ["2026-11-01", true],
  ["2027-01-15", true],
  ["2026-09-21", true],
  ["2026-08", false],
  ["2025-01-20", false],
  [undefined, false],
] as const)("a model of %s is new: %s", (released, wanted) => {
  const model = released === undefined ? {} : { released };
  for (const evidence of ["family", "chip", "architecture"] as const)
    expect(isNew(model, { asOf }, evidence)).toBe(wanted);
  expect(isNew(model, { asOf }, "measured")).toBe(false);
  expect(isNew(model, {}, "family")).toBe(false);
});

/** The plan of a model as if it had been released then. */
function released(model: string, when: string): OptionEstimate {
  const lookup: Lookup = {
    ...LOOKUP,
    model: (id) => {
      const found = LOOKUP.model(id);
      return found && { ...found, released: when };
    },
  };
  const scenario = scenarioSchema.parse({
    workload: { model, batch: 4 },
    options: [{ accelerator: "nvidia-b200-sxm", tp: 8 }],
  });
  return estimate(scenario, lookup).options[0] as OptionEstimate;
}

it("the ranges of a new model are wider, say why, and its figures are what they are", () => {
  const measured = catalog
    .calibration("uncertainty")
    ?.measured?.find(({ accelerator }) => accelerator === "nvidia-b200-sxm");
  const model = ["qwen3-32b", "glm-4.5", "mixtral-8x7b-v0.1"].find(
    (id) => LOOKUP.model(id) && !measured?.models.includes(id),
  );
  if (!model) throw new Error("expected a model without measurements");
  const [old, young] = [released(model, "2024-01-01"), released(model, "2026-11-20")];
  expect(young.figures).toEqual(old.figures);
  for (const [figure, moved] of [
    ["tpot", 0.14],
    ["ttft", 0.4],
  ] as const) {
    const spread = ({ ranges }: OptionEstimate) =>
      Math.log((ranges[figure]?.high ?? 0) / (ranges[figure]?.low ?? 1)) / (2 * 1.2816);
    expect(spread(young)).toBeCloseTo(Math.sqrt(spread(old) ** 2 + moved ** 2), 9);
  }
  expect(young.ranges.tpot?.basis).toContain("2026-11-20");
  expect(young.notes.map(({ code }) => code)).toContain("new-model");
  expect(old.notes.map(({ code }) => code)).not.toContain("new-model");
});
