import { expect, it } from "vitest";
import { purchasePrice } from "@/components/planner/catalog-price";
import type { PlannerState } from "@/components/planner/planner-state";
import { accelerators } from "@/lib/catalog";
import { scenarioSchema } from "@/lib/scenario";

const records = { accelerators: Object.fromEntries(accelerators().map((part) => [part.id, part])) };

function paid(scenario: object): number | undefined {
  return purchasePrice(
    {
      scenario: scenarioSchema.parse({
        workload: { model: "llama-3.3-70b-instruct" },
        serving: {},
        ...scenario,
      }),
      records,
    } as unknown as PlannerState,
    0,
  );
}

it("is what the plan says, else what the catalog does", () => {
  const options = [{ accelerator: "nvidia-h100-sxm-80gb" }];
  const listed = records.accelerators["nvidia-h100-sxm-80gb"]?.purchasePrice?.value;
  expect(listed).toBeGreaterThan(0);
  expect(paid({ options })).toBe(listed);
  expect(paid({ options, money: { purchasePrice: 21_000 } })).toBe(21_000);
  const none = accelerators().find(({ purchasePrice: price }) => !price);
  expect(none && paid({ options: [{ accelerator: none.id }] })).toBeUndefined();
});
