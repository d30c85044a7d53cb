import { expect, it } from "vitest";
import { accelerators } from "@/lib/catalog";
import { estimate } from "@/lib/engine";
import { casesOf, projectPlan } from "@/lib/money";
import { parseScenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { readOption } from "@/lib/view/saved/read-option";
import { LOOKUP } from "../engine/plans";

const known = accelerators().flatMap(({ id, purchaseRange, purchasePrice }) =>
  purchaseRange && purchasePrice ? [{ id, ...purchaseRange, base: purchasePrice }] : [],
);

/** An owned plan that pays for everything that a purchase moves, and for what it does not. */
function owned(accelerator: string, purchasePrice?: number) {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-8b" },
    options: [{ accelerator }],
    finance: { hardware: "owned", utilisation: 0.5 },
    money: { serverShare: 0.3, upkeep: 0.05, hosting: 150, staff: 200, residual: 0.1, purchasePrice },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const [option] = estimate(reading.scenario, LOOKUP).options;
  if (!option) throw new Error("no option");
  return { option, plan: planOf(reading.scenario, 0) };
}

it("knows a range for the H100 and the H200", () => {
  expect(known.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb"]),
  );
});

it.each(known)("what $id may cost to buy is in the range of what owning costs", ({ id, low, base, high }) => {
  const { option, plan } = owned(id);
  const at = (price: number) => owned(id, price).option;
  const { monthlyCost, annualCost, costPerToken } = option.ranges;
  expect(monthlyCost?.low).toBeCloseTo(at(low.value).figures.monthlyCost ?? 0, 6);
  expect(monthlyCost?.high).toBeCloseTo(at(high.value).figures.monthlyCost ?? 0, 6);
  expect(annualCost?.high).toBeCloseTo(at(high.value).figures.annualCost ?? 0, 5);
  expect(monthlyCost?.basis).toMatch(/machines bought for .* to .*, \d{4}/);
  expect(costPerToken?.basis).toContain(monthlyCost?.basis);
  // A price that the person states is that price.
  const stated = at(base.value);
  expect(stated.figures.monthlyCost).toBeCloseTo(option.figures.monthlyCost ?? 0, 6);
  expect(stated.ranges.monthlyCost).toBeUndefined();

  // Over the months, with nothing else drawn, the low and the high case are what those prices come to.
  const { requestRate: _, ...ranges } = option.ranges;
  const months = (each: typeof option) => {
    const projection = projectPlan(each, plan, 1e6);
    if (typeof projection === "string") throw new Error(projection);
    return projection;
  };
  const cases = casesOf(months(option), { ...option, ranges }, plan);
  expect(cases.basis).toEqual(["purchase prices"]);
  for (const [ends, price] of [
    [cases.low, low.value],
    [cases.high, high.value],
  ] as const)
    expect((ends.at(-1) ?? 0) / months(at(price)).total("totalPaid")).toBeCloseTo(1, 2);

  // A saved plan keeps it.
  expect(readOption(JSON.parse(JSON.stringify(option)), option.option).origin).toEqual(option.origin);
});
