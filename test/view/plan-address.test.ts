import { expect, it } from "vitest";
import { encodedPlan, fragmentOf, tabIn } from "@/components/planner/plan-address";
import { resultTabs } from "@/components/planner/planner-state";
import { defaultScenario, encodeScenario } from "@/lib/scenario";

it("a fragment gives back the plan and the tab that it was made of", () => {
  for (const encoded of [null, encodeScenario(defaultScenario)]) {
    for (const tab of resultTabs) {
      const fragment = fragmentOf(encoded, tab);
      expect(encodedPlan(fragment)).toBe(encoded);
      expect(tabIn(fragment) ?? resultTabs[0]).toBe(tab);
    }
  }
});

it("a tab that there is not, or a fragment without one, opens none", () => {
  for (const hash of ["", "#", "#d=1.abc", "#tab=", "#tab=nothing", "#d=1.tab=memory"])
    expect(tabIn(hash)).toBeNull();
});
