import { expect, it } from "vitest";
import { estimate, isRefused, sized } from "@/lib/engine";
import { type Scenario, scenarioSchema } from "@/lib/scenario";
import { changedPlan, planOf } from "@/lib/scenario/plan";
import { fleetDayView } from "@/lib/view/fleet-day";
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
  return { found, view: fleetDayView(scenario.traffic, found, first?.figures ?? {}) };
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

it("has no day of a fixed fleet", () => {
  expect(viewOf(asked({})).view).toBeUndefined();
});
