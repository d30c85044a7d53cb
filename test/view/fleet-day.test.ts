import { expect, it } from "vitest";
import { answer, estimate, isRefused, sized } from "@/lib/engine";
import { type Scenario, scenarioSchema } from "@/lib/scenario";
import { changedPlan, planOf } from "@/lib/scenario/plan";
import { fleetDayView } from "@/lib/view/fleet-day";
import { scaledMonth, scaledText } from "@/lib/view/scaled-month";
import { LOOKUP } from "../engine/plans";

const asked = (traffic: Partial<Scenario["traffic"]>): Scenario =>
  scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-8b" },
    traffic: { load: "requests", requestsPerDay: 2_000_000, peakToMean: 3, hoursPerDay: 12, ...traffic },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2 }],
  });

function viewOf(scenario: Scenario) {
  const found = sized(planOf(scenario, 0), LOOKUP, { simulate: false });
  if (isRefused(found)) throw new Error(found.message);
  const { option } = changedPlan(planOf(scenario, 0), found.patch);
  const [first] = estimate({ ...scenario, options: [option] }, LOOKUP).options;
  return { found, view: fleetDayView(scenario, found, first?.figures ?? {}) };
}

it("says what a day costs that follows the load, beside a fixed fleet", () => {
  const { found, view } = viewOf(asked({ scaleTarget: 0.8 }));
  const [scaled, fixed, start] = view?.facts ?? [];
  const hours = ({ text }: { text: string }) => Number(text.split(" ")[0]?.replaceAll(",", ""));
  expect(hours(fixed as never)).toBe(24 * found.replicas);
  expect(hours(scaled as never)).toBeLessThan(0.6 * 24 * found.replicas);
  expect(fixed?.text).toContain(`$${(2 * 24 * found.replicas).toLocaleString("en")}`);
  expect(start?.text).toMatch(/ (s|min)$/);
  expect(view?.table.rows).toHaveLength(24);
  const total = view?.table.rows.reduce((sum, { rate }) => sum + Number(rate) * 3600, 0) ?? 0;
  expect(total / 2_000_000).toBeCloseTo(1, 2);
});

it("says what a month comes to, by the hours that are paid for, what is committed first", () => {
  const monthOf = (traffic: Partial<Scenario["traffic"]>, money: object = {}) => {
    const scenario = { ...asked({ scaleTarget: 0.8, ...traffic }), money };
    const plan = answer(scenario, LOOKUP, { simulate: false });
    const found = scaledMonth(plan, 0);
    const { view } = viewOf(scenario);
    if (!found || !view) throw new Error("replicas follow the load");
    const hours = view.table.rows.reduce((sum, { replicas }) => sum + Number(replicas), 0);
    return { ...found, hours, text: scaledText([{ ...found, name: "H100" }], plan.scenario) };
  };
  const week = monthOf({});
  // Two dollars an hour, 730 hours a month.
  expect(week.fixed).toBeCloseTo(2 * 730 * week.replicas, 4);
  expect(week.month).toBeCloseTo((2 * 730 * week.hours) / 24, 4);
  expect(week.text).toContain(`$${Math.round(week.month).toLocaleString("en").slice(0, 2)}`);
  const workdays = monthOf({ daysPerWeek: 5 });
  expect(workdays.month).toBeCloseTo((2 * 730 * ((workdays.hours * 5) / 24 + 1 * 2)) / 7, 4);
  const committed = monthOf({}, { committedShare: 1, committedDiscount: 0 });
  expect(committed.month).toBeCloseTo(committed.fixed, 6);
  expect(committed.text).toContain("saves nothing");
});

it("keeps spare replicas at every hour, and takes machines that are let together together", () => {
  const dayOf = (spare: number, node?: number, tp = 1) => {
    const scenario = {
      ...asked({ scaleTarget: 0.8, leastReplicas: 1 }),
      goals: { ...asked({}).goals, spare },
    };
    const { found } = viewOf(scenario);
    const sizes = node === undefined ? found : { ...found, node };
    const view = fleetDayView(scenario, sizes, { coldStart: 60, acceleratorCount: tp * found.replicas });
    return (view?.table.rows ?? []).map(({ replicas }) => Number(replicas));
  };
  const alone = dayOf(0, 1);
  expect(dayOf(2, 1)).toEqual(alone.map((replicas) => expect.closeTo(replicas + 2, 6)));
  // Four replicas of two accelerators fill a node of eight.
  const nodes = dayOf(0, 8, 2);
  nodes.forEach((replicas, hour) => {
    expect(replicas).toBeGreaterThanOrEqual((alone[hour] ?? 0) - 1e-9);
    expect(replicas).toBeLessThan((alone[hour] ?? 0) + 4);
  });
  expect(Math.min(...nodes)).toBeCloseTo(4, 6);
});

it("compares options by such a month, and says where more requests are late than a goal leaves", () => {
  const scenario = scenarioSchema.parse({
    ...asked({ scaleTarget: 0.8 }),
    goals: { ttft: 1, ttftAt: "p95" },
  });
  const month = { month: 300, fixed: 1000, late: 0.04, replicas: 9, owned: false, name: "A" };
  const other = { ...month, month: 200, name: "B" };
  const said = scaledText([month, other], scenario);
  expect(said).toContain("$300 (−70 %), 4.0 % of requests late; B $200, then the cheapest.");
  expect(said).toContain("this one for 9 replicas around the clock");
  expect(scaledText([{ ...month, late: 0.06 }], scenario)).toContain("more than the 5 % that a goal leaves");
});

it("has no day of a fixed fleet", () => {
  expect(viewOf(asked({})).view).toBeUndefined();
});
