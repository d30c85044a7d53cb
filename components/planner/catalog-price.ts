import { planOf } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";
import type { PlannerState } from "./planner-state";

/** The price that counts while none is typed: USD/s, and where it was read. */
export type ListedPrice = { rate: number; provider: string; where: string; asOf: string };

/** The catalog's price of an option's accelerator, or the one in its own figures; undefined without either. */
export function catalogPrice({ scenario, records }: PlannerState, index: number): ListedPrice | undefined {
  const id = scenario.options[index]?.accelerator ?? "";
  const own = scenario.custom?.accelerators?.[id];
  if (own) {
    if (own.pricePerHour === undefined) return undefined;
    const rate = own.pricePerHour * parseUnit("USD/h").factor;
    return { rate, provider: "your figures", where: "From your figures", asOf: "" };
  }
  const offer = records.prices[id];
  if (!offer) return undefined;
  const where = [offer.provider, offer.area ?? offer.region, offer.term].filter(Boolean).join(", ");
  return { rate: offer.perAcceleratorHour.value, provider: offer.provider, where, asOf: offer.asOf };
}

/** What buying an option's accelerator costs in USD: the plan's own price, else the catalog's; undefined without either. */
export function purchasePrice({ scenario, records }: PlannerState, index: number): number | undefined {
  const id = scenario.options[index]?.accelerator ?? "";
  const { money } = planOf(scenario, index);
  if (money.purchasePrice !== undefined || scenario.custom?.accelerators?.[id]) return money.purchasePrice;
  return records.accelerators[id]?.purchasePrice?.value;
}
