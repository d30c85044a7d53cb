import { expect, it } from "vitest";
import { acceleratorItem, inPickingOrder, suggestedAccelerators } from "@/app/picker-accelerators";
import { pickerLists } from "@/app/planner-start";
import { isFoundBy, pickerGroups } from "@/components/planner/picker-item";
import * as catalog from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { defaultScenario } from "@/lib/scenario";

const { price } = catalogLookup();
const all = catalog.accelerators().map((accelerator) => ({ accelerator, price: price(accelerator.id) }));
const items = inPickingOrder(all).map(acceleratorItem);

it("the list of accelerators stands under makers and kinds, each heading once, with memory and price", () => {
  const groups = pickerGroups(items);
  expect(groups[0]?.value).toBe("NVIDIA GPU");
  expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length);
  expect(groups.flatMap((group) => group.items)).toEqual(items);
  for (const { facts } of items) expect(facts).toMatch(/^[\d.,]+ GB · (\$[\d.,]+\/h|no price)$/);
});

it("every model stands under its maker with its size, in no more digits than that has", () => {
  const { models } = pickerLists();
  expect(models.map(({ id }) => id).sort()).toEqual(
    catalog
      .models()
      .map(({ id }) => id)
      .sort(),
  );
  for (const { facts } of models) expect(facts).toMatch(/^[1-9]\d{0,2}(\.\d?[1-9])?[MBT]$/);
});

it("an accelerator is found by the instances that have it", () => {
  for (const word of ["c8g", "m8g", "R8G"]) {
    const found = items.filter((item) => isFoundBy(item, word)).map(({ id }) => id);
    expect(found).toContain("aws-graviton4");
  }
  expect(items.filter((item) => isFoundBy(item, "nvidia h200")).map(({ id }) => id)).toContain(
    "nvidia-h200-sxm-141gb",
  );
});

it("what is offered next is a GPU with a price and room for a model, and not what is compared already", () => {
  const suggested = suggestedAccelerators(all, (id) => catalog.pricesOf(id).length);
  expect(suggested.length).toBeGreaterThan(5);
  for (const id of suggested) {
    const chip = catalog.accelerator(id);
    expect(chip?.kind).toBe("gpu");
    expect(chip?.memory.value).toBeGreaterThanOrEqual(64e9);
    expect(price(id)).toBeDefined();
  }
  const compared = new Set(defaultScenario.options.map(({ accelerator }) => accelerator));
  expect(catalog.accelerator(suggested.find((id) => !compared.has(id)) ?? "")?.vendor).toBe("NVIDIA");
});
