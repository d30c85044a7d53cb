import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { applyPatch } from "@/lib/scenario";
import { goalsMissed } from "@/lib/view/goals";
import { memoryBars } from "@/lib/view/memory";
import { monthlyTable, months } from "@/lib/view/monthly";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { scenarioLines } from "@/lib/view/scenario-lines";
import { lookup, mixed } from "./estimates";

describe("a month", () => {
  it("costs what the engine says, and twelve serve what a year does", () => {
    const plan = mixed();
    const [first] = months(plan);
    const figures = plan.options[0]?.figures ?? {};
    expect(first?.cost).toBe(figures.monthlyCost);
    const tokens = (first?.inputTokens ?? 0) + (first?.outputTokens ?? 0);
    expect(tokens * 12).toBeCloseTo(figures.annualTokens ?? Number.NaN, 0);
    expect((first?.inputTokens ?? 0) / (first?.requests ?? 1)).toBeCloseTo(1000, 6);
  });

  it("serves half at half the utilisation, at the same cost, and draws what idle machines draw beside", () => {
    const full = months(mixed())[0];
    const half = months(estimate(applyPatch(mixed().scenario, { finance: { utilisation: 0.5 } }), lookup))[0];
    expect(half?.cost).toBeCloseTo(full?.cost ?? Number.NaN, 6);
    expect(half?.requests).toBeCloseTo((full?.requests ?? Number.NaN) / 2, 3);
    const idle = (mixed().options[0]?.figures.idlePower ?? Number.NaN) * (365 / 12) * 86_400;
    expect(half?.energy).toBeCloseTo(((full?.energy ?? Number.NaN) + idle) / 2, 0);
  });

  it("is empty for an option that does not run", () => {
    const row = monthlyTable(mixed()).rows[2];
    expect(row?.monthlyRequests).toBeNull();
    expect(row?.monthlyCost).toBeNull();
  });
});

const isCost = (label: string) => label.startsWith("Cost, ");

describe("what moved", () => {
  it("is nothing between equal estimates", () => {
    expect(movedFigures(mixed(), mixed())).toEqual([]);
  });

  it("is every compared figure that differs, with its change", () => {
    const before = mixed();
    const after = estimate(applyPatch(before.scenario, { finance: { utilisation: 0.5 } }), lookup);
    const moved = movedFigures(before, after);
    const costs = moved.filter(({ label }) => isCost(label));
    expect(costs).toHaveLength(2 * 3);
    for (const { change } of costs) expect(change).toBeCloseTo(1, 9);
    // Machines that wait draw less than those that serve, so that energy does not double with the cost.
    const energy = moved.filter(({ label }) => !isCost(label));
    expect(energy.map(({ label }) => label)).toContain("Energy per token");
    for (const { change } of energy) expect(Math.abs(change ?? 1)).toBeLessThan(0.9);
    expect(movedTable(moved).rows).toHaveLength(moved.length);
  });

  it("tells a figure that came or went", () => {
    const before = mixed();
    const fits = estimate(applyPatch(before.scenario, { options: { 2: { tp: 2 } } }), lookup);
    const ttft = movedFigures(before, fits).find(
      ({ label, before: old }) => label === "Benchmark TTFT" && old === null,
    );
    expect(ttft?.after).toBeGreaterThan(0);
    expect(ttft?.change).toBeNull();
  });
});

it("a goal is missed when its figure lies above it, and only when it is set", () => {
  const [option] = mixed().options;
  if (!option) throw new Error("a plan has an option");
  const { ttft = 0, tpot = 0 } = option.figures;
  const missed = (goals: { ttft?: number; tpot?: number }) =>
    goalsMissed(option, applyPatch(mixed().scenario, { goals })).map(({ goal }) => goal);
  expect(missed({})).toEqual([]);
  expect(missed({ ttft: ttft * 0.9, tpot: tpot * 1.1 })).toEqual(["ttft"]);
  expect(missed({ ttft, tpot: tpot * 0.9 })).toEqual(["tpot"]);
});

it("an option that does not fit still shows the capacity and the server's share of it", () => {
  const bar = memoryBars(mixed())[2];
  expect(bar?.capacityBytes).toBeGreaterThan(1e11);
  expect((bar?.limit ?? 0) / (bar?.capacity ?? 1)).toBeCloseTo(0.9, 9);
});

it("assumptions that have no effect are not said", () => {
  const { scenario } = mixed();
  const labels = (serving: object) =>
    scenarioLines(applyPatch(scenario, { serving }), (id) => id).map(({ label }) => label);
  expect(labels({})).not.toContain("Acceptance");
  expect(labels({})).not.toContain("Batch window");
  expect(labels({ speculation: "mtp" })).toContain("Acceptance");
  expect(labels({ batching: "dynamic" })).toContain("Batch window");
});
