import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import * as catalog from "@/lib/catalog";
import { answer, type Estimate } from "@/lib/engine";
import { applyPatch, defaultScenario, type Scenario } from "@/lib/scenario";
import { leverRows, leverTable } from "@/lib/view/levers/rows";
import { techniquesOf } from "@/lib/view/levers/techniques";
import { waterfallOf } from "@/lib/view/levers/waterfall";
import { expectHeadersToHold } from "../table-text";

const lookup = lookupFor(defaultScenario);
const batch = applyPatch(defaultScenario, {
  traffic: { load: "batch" },
  workload: { batch: 64, cachedPrefix: 0.5 },
  goals: { ttft: undefined, tpot: undefined },
  serving: { speculation: "eagle" },
});
const plans: Record<string, Scenario> = { "what it opens with": defaultScenario, "a batch": batch };
const answers = Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, answer(plan, lookup)]));
const waterfall = ({ scenario, options }: Estimate, index: number, sizing = { simulate: false }) => {
  const found = waterfallOf(scenario, index, options[index]?.figures.costPerToken, lookup, sizing);
  if (!found) throw new Error("the option has a cost");
  return found;
};

describe.each(Object.entries(answers))("the waterfall of %s", (_, estimate) => {
  it.each([0, 1, 2])(
    "leads from a first attempt to the board's own cost without a gap (option %i)",
    (index) => {
      const { first, steps, plan } = waterfall(estimate, index);
      expect(plan).toBe(estimate.options[index]?.figures.costPerToken);
      expect(steps[0]?.before).toBe(first);
      for (const [place, { before }] of steps.slice(1).entries()) expect(before).toBe(steps[place]?.after);
      expect((steps.at(-1)?.after ?? 0) / plan).toBeCloseTo(1, 3);
      expect(first).toBeGreaterThan(plan);
    },
  );

  it("has a step for each technique that the plan uses, each once", () => {
    for (const index of [0, 1, 2]) {
      const ids = waterfall(estimate, index).steps.flatMap(({ id }) => (id === "percentiles" ? [] : [id]));
      expect(ids.toSorted()).toEqual(
        techniquesOf(estimate.scenario, index, lookup)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  });
});

it("gives back at each step what saves most of what is left", () => {
  const { scenario } = answers["a batch"] as Estimate;
  const all = techniquesOf(scenario, 1, lookup);
  const [first, ...rest] = waterfall(answers["a batch"] as Estimate, 1).steps;
  for (const technique of all.filter(({ id }) => id !== first?.id)) {
    const without = all.filter((other) => other !== technique);
    const patch = Object.assign({}, ...without.map(({ without: off }) => off));
    const alone = answer(applyPatch(scenario, { options: { 1: patch } }), lookup).options[1];
    expect(alone?.figures.costPerToken ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(first?.after ?? 0);
  }
  expect(rest.length).toBe(all.length - 1);
});

it("has none for an option that does not run or has no price", () => {
  const tight = answer(
    applyPatch(batch, { serving: { weights: "bf16" }, options: { 0: { tp: 1 } } }),
    lookup,
  );
  expect(tight.options[0]?.verdict.feasible).toBe(false);
  expect(waterfallOf(tight.scenario, 0, tight.options[0]?.figures.costPerToken, lookup)).toBeUndefined();
});

it("draws published ranges at the end that they belong to, and says what each costs in accuracy", () => {
  const estimate = answers["what it opens with"] as Estimate;
  const found = waterfall(estimate, 1);
  const rows = leverRows(estimate, 1, found, catalog.levers(), catalog.format);
  for (const { id, stands, gain, exact } of catalog.levers()) {
    const row = rows.find((each) => each.id === id);
    const ends = [gain.low, gain.high].map((times) =>
      stands === "engine" ? found.first * times : found.plan / times,
    );
    expect([row?.low, row?.high], id).toEqual(ends.toSorted((a, b) => a - b));
    expect(row?.accuracy, id).toMatch(exact ? /stay the same/ : /^loses /);
    expect(row?.sources, id).toContain(gain.source);
  }
  const loss = catalog.format("fp8")?.loss;
  expect(rows.find(({ id }) => id === "weights")?.accuracy).toContain(`to ${100 * (1 - (loss?.low ?? 0))} %`);
  const table = leverTable("H200", rows, (id) => catalog.source(id)?.title ?? "");
  expectHeadersToHold(table);
  for (const row of table.rows) if (row.basis === "published") expect(row.source).not.toBe("");
});

it("simulated, comes to the plan's own cost by its techniques alone, from another first attempt than by means", () => {
  const plan = answers["what it opens with"] as Estimate;
  const [found, means] = [waterfall(plan, 1, { simulate: true }), waterfall(plan, 1)];
  expect(found.steps.map(({ id }) => id)).not.toContain("percentiles");
  expect((found.steps.at(-1)?.after ?? 0) / found.plan).toBeCloseTo(1, 9);
  expect(means.first).not.toBe(found.first);
});
