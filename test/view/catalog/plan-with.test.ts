import { describe, expect, it } from "vitest";
import { catalogLookup } from "@/app/catalog-lookup";
import { estimate } from "@/lib/engine";
import { decodeScenario, defaultScenario } from "@/lib/scenario";
import { planAddress, planWithAccelerator, planWithModel } from "@/lib/view/catalog/plan-with";

const lookup = catalogLookup();
const verdicts = (scenario: typeof defaultScenario) =>
  estimate(scenario, lookup).options.map(({ verdict }) => verdict.feasible);

describe("a plan with an accelerator", () => {
  it("puts it first, in the smallest layout that fits, and keeps the others to compare it with", () => {
    const plan = planWithAccelerator(defaultScenario, "nvidia-l40s", lookup);
    expect(plan.options[0]).toMatchObject({ accelerator: "nvidia-l40s", tp: 2 });
    expect(plan.options).toHaveLength(defaultScenario.options.length);
    expect(verdicts(plan)[0]).toBe(true);
  });

  it("names one that the plan has already only once", () => {
    const plan = planWithAccelerator(defaultScenario, "amd-mi300x", lookup);
    const ids = plan.options.map(({ accelerator }) => accelerator);
    expect(ids[0]).toBe("amd-mi300x");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("takes the price of an offer along", () => {
    const plan = planWithAccelerator(defaultScenario, "nvidia-h200-sxm-141gb", lookup, 2.9);
    expect(plan.options[0]?.pricePerHour).toBe(2.9);
    expect(plan.options.slice(1).every(({ pricePerHour }) => pricePerHour === undefined)).toBe(true);
  });
});

it("plans with a model on accelerators enough to hold it", () => {
  const plan = planWithModel(defaultScenario, "qwen3-235b-a22b", lookup);
  expect(plan.workload.model).toBe("qwen3-235b-a22b");
  expect(verdicts(plan)).toEqual(plan.options.map(() => true));
});

it("makes an address that the planner reads back", () => {
  const plan = planWithModel(defaultScenario, "qwen3-8b", lookup);
  const encoded = planAddress(plan).replace("/#d=", "");
  expect(decodeScenario(encoded)).toEqual({ ok: true, scenario: plan });
});
