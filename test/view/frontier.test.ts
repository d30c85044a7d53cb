import { describe, expect, it } from "vitest";
import { type Estimate, estimate } from "@/lib/engine";
import { toCsv } from "@/lib/export/csv";
import { applyPatch } from "@/lib/scenario";
import { type FrontierPoint, frontierBatches, frontierOf, frontierTable } from "@/lib/view/frontier";
import { logTicks } from "@/lib/view/log-axis";
import { lookup, mixed } from "./estimates";

const drawn = (plan: Estimate) => frontierOf(plan, lookup);

const withGoals = () => estimate(applyPatch(mixed().scenario, { goals: { tpot: 0.03, ttft: 0.5 } }), lookup);

describe("the frontier", () => {
  it("passes through the plan's own numbers at the plan's own batch", () => {
    const plan = mixed();
    const { series } = drawn(plan);
    expect(series).toHaveLength(2);
    for (const [index, { points }] of series.entries()) {
      const current = points.filter((point) => point.current);
      expect(current.map(({ batch }) => batch)).toEqual([plan.scenario.workload.batch]);
      const figures = plan.options[index]?.figures;
      expect(current[0]?.cost).toBeCloseTo(figures?.costPerToken ?? Number.NaN, 12);
      expect(current[0]?.userRate).toBeCloseTo(figures?.userRate ?? Number.NaN, 6);
      expect(current[0]?.ttft).toBeCloseTo(figures?.ttft ?? Number.NaN, 9);
    }
  });

  it("runs from one request to a full memory, slower for each user all the way", () => {
    const plan = mixed();
    for (const [index, { points }] of drawn(plan).series.entries()) {
      expect(points[0]?.batch).toBe(1);
      expect(points.at(-1)?.batch).toBe(Math.floor(plan.options[index]?.figures.batchCapacity ?? 0));
      const rates = points.map(({ userRate }) => userRate);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
    }
  });

  it("says which points keep the goals, exactly those that do", () => {
    const { series, rateGoal } = drawn(withGoals());
    expect(rateGoal).toBeCloseTo(1 / 0.03, 9);
    const points = series.flatMap((one): FrontierPoint[] => one.points);
    for (const { kept, ttft, tpot } of points) expect(kept).toBe((ttft ?? 0) <= 0.5 && tpot <= 0.03);
    expect(new Set(points.map(({ kept }) => kept)).size).toBe(2);
  });

  it("of an offline run is its one load, without a time to first token or goals", () => {
    const asked = { serving: { batching: "offline" }, goals: { ttft: 0.5, tpot: 0.03 } } as const;
    const plan = estimate(applyPatch(mixed().scenario, asked), lookup);
    const offline = drawn(plan);
    expect(offline).not.toHaveProperty("rateGoal");
    for (const [index, { points }] of offline.series.entries()) {
      const batch = plan.options[index]?.figures.batchCapacity;
      expect(points).toEqual([expect.objectContaining({ batch, ttft: null, kept: true, current: true })]);
    }
    expect(toCsv(frontierTable(offline))).toContain(",,");
  });

  it("says why an option is not drawn", () => {
    expect(drawn(mixed()).leftOut).toEqual([{ name: expect.any(String), why: "does not fit" }]);
    const plan = mixed();
    const [first, ...rest] = plan.options;
    if (!first) throw new Error("a plan has an option");
    const { costPerToken: _, ...figures } = first.figures;
    const unpriced = { ...plan, options: [{ ...first, figures }, ...rest] };
    expect(drawn(unpriced).leftOut[0]?.why).toBe("has no price");
  });

  it("keeps every point between the ends of its axes, and has a table that can be saved", () => {
    const found = drawn(mixed());
    for (const { userRate, cost } of found.series.flatMap(({ points }) => points)) {
      expect(userRate).toBeGreaterThanOrEqual(found.rates[0] ?? Number.NaN);
      expect(userRate).toBeLessThanOrEqual(found.rates.at(-1) ?? Number.NaN);
      expect(cost).toBeGreaterThanOrEqual(found.costs[0] ?? Number.NaN);
      expect(cost).toBeLessThanOrEqual(found.costs.at(-1) ?? Number.NaN);
    }
    const table = frontierTable(found);
    expect(toCsv(table).split("\r\n")).toHaveLength(table.rows.length + 2);
    for (const row of table.rows) {
      expect(Object.keys(row).sort()).toEqual(table.columns.map(({ id }) => id).sort());
    }
  });
});

it("batches are whole, grow, and hold the plan's own even past the capacity", () => {
  const batches = frontierBatches(300.7, 512);
  expect(batches[0]).toBe(1);
  expect(batches).toContain(300);
  expect(batches.at(-1)).toBe(512);
  expect(batches).toEqual([...new Set(batches)].sort((a, b) => a - b));
  expect(batches.every(Number.isInteger)).toBe(true);
  expect(frontierBatches(1, 1)).toEqual([1]);
});

it("ticks of a logarithmic axis enclose what is drawn", () => {
  expect(logTicks(0.3, 40)).toEqual([0.2, 0.5, 1, 2, 5, 10, 20, 50]);
  expect(logTicks(2, 2)).toEqual([2]);
  expect(logTicks(1, 10)).toEqual([1, 2, 5, 10]);
});
