import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario";
import { matters, sensitivity, sensitivityTable } from "@/lib/view/sensitivity";
import { type Move, sensitivityCases } from "@/lib/view/sensitivity-cases";
import { estimated, lookup } from "./estimates";

const plan = estimated([{ accelerator: "nvidia-h200-sxm-141gb", tp: 2 }]);
const [option] = plan.scenario.options;
if (!option) throw new Error("a plan has an option");
const base = plan.options[0]?.figures.costPerToken ?? Number.NaN;
const cases = sensitivityCases(plan.scenario, option, 3.5);

const costOf = (scenario: Scenario) => estimate(scenario, lookup).options[0]?.figures.costPerToken;
const cost = (move: Move | null) => (move ? costOf(move.scenario) : undefined);
const rows = sensitivity(
  cases,
  cases.map(({ down, up }) => ({ down: cost(down), up: cost(up) })),
  base,
);
const row = (id: string) => rows.find((one) => one.id === id);

describe("what moves the cost", () => {
  it("moves one input at a time, and leaves the others alone", () => {
    for (const { id, down, up } of cases) {
      for (const move of [down, up]) {
        if (!move) continue;
        const changed = { ...plan.scenario, ...move.scenario };
        const before = JSON.stringify({ ...plan.scenario, options: [option] });
        expect(JSON.stringify(changed), id).not.toBe(before);
        expect(move.scenario.options).toHaveLength(1);
      }
    }
  });

  it("follows the price in proportion and the utilisation inversely", () => {
    const priced = estimate({ ...plan.scenario, options: [{ ...option, pricePerHour: 3.5 }] }, lookup);
    const at = priced.options[0]?.figures.costPerToken ?? Number.NaN;
    expect((row("options.pricePerHour")?.up?.cost ?? 0) / at).toBeCloseTo(1.2, 9);
    expect((row("options.pricePerHour")?.down?.cost ?? 0) / at).toBeCloseTo(0.8, 9);
    expect(row("finance.utilisation")?.down?.change).toBeCloseTo(0.25, 9);
    expect(row("finance.utilisation")?.up).toBeNull();
  });

  it("goes to the neighbouring choice where there are few", () => {
    expect(row("options.tp")?.down?.text).toContain("1");
    expect(row("options.tp")?.up?.text).toContain("4");
  });

  it("puts the strongest input first, and tells those that do nothing", () => {
    const reach = rows.map(({ down, up }) =>
      Math.max(Math.abs(down?.change ?? 0), Math.abs(up?.change ?? 0)),
    );
    expect(reach).toEqual([...reach].sort((a, b) => b - a));
    expect(rows.some(matters)).toBe(true);
    expect(rows.every(matters)).toBe(false);
  });

  it("asks about what the plan has: no acceptance without speculation, no price where none is known", () => {
    expect(cases.map(({ id }) => id)).not.toContain("serving.acceptance");
    expect(cases.map(({ id }) => id)).not.toContain("workload.cachedPrefix");
    const unpriced = sensitivityCases(plan.scenario, option, undefined).map(({ id }) => id);
    expect(unpriced).not.toContain("options.pricePerHour");
  });

  it("says a price in the plan's currency, as the costs beside it", () => {
    const currency = { code: "EUR", perDollar: 0.8, asOf: "2026-11-01", source: "A bank" };
    const [price] = sensitivityCases({ ...plan.scenario, currency }, option, 3.5);
    expect([price?.down?.text, price?.now, price?.up?.text]).toEqual(["€2.24/h", "€2.80/h", "€3.36/h"]);
  });

  it("has one row a move in its table", () => {
    const moves = rows.flatMap(({ down, up }) => [down, up]).filter((effect) => effect !== null);
    expect(sensitivityTable("an option", rows).rows).toHaveLength(moves.length);
  });
});
