import { expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answer } from "@/lib/engine";
import { givenOf } from "@/lib/money/given";
import { defaultScenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { operatingScenario } from "@/lib/view/operating";

it("a plan that is sized for its traffic is projected from that point, not from one replica always in use", () => {
  const plan = answer(defaultScenario, lookupFor(defaultScenario), { simulate: false });
  for (const [index, option] of plan.options.entries()) {
    const given = givenOf(option, planOf(operatingScenario(plan), index), 1);
    if (typeof given === "string") throw new Error(given);
    expect(option.operation?.replicas).toBeGreaterThan(1);
    expect(given.plannedAccelerators / given.planReplicas).toBe(option.option.tp);
    expect(given.plannedUtilisation).toBe(option.operation?.patch.utilisation);
  }
});
