import type { PickerItem } from "@/components/planner/picker-item";
import type { Accelerator, Price } from "@/lib/catalog/schema";
import { formatIn, formatQuantity } from "@/lib/units";
import { kindLabels } from "@/lib/view/catalog/hardware";

/** An accelerator with the offer that a plan starts from. */
export type PricedAccelerator = { accelerator: Accelerator; price: Price | undefined };

/** An accelerator as a list shows it: under its maker and kind, with its memory and the price a plan starts from. */
export function acceleratorItem({ accelerator, price }: PricedAccelerator): PickerItem {
  const { id, name, vendor, kind, memory, aliases } = accelerator;
  const hour = price ? `${formatQuantity(price.perAcceleratorHour.value, "USD/h").number}/h` : "no price";
  return {
    id,
    name,
    group: `${vendor} ${kindLabels[kind]}`,
    // Makers write GB and GiB; what is compared has one unit.
    facts: `${formatIn(Number(memory.value.toPrecision(3)), "GB")} GB · ${hour}`,
    ...(aliases ? { words: aliases.join(" ") } : {}),
  };
}

const kinds = Object.keys(kindLabels);

/** By kind, makers of many before makers of few, then what has a price before what has none, and newer before older. */
export function inPickingOrder(all: readonly PricedAccelerator[]): PricedAccelerator[] {
  const size = ({ vendor, kind }: Accelerator) =>
    all.filter(({ accelerator: other }) => other.vendor === vendor && other.kind === kind).length;
  return [...all].sort(
    ({ accelerator: a, price: aPrice }, { accelerator: b, price: bPrice }) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      size(b) - size(a) ||
      a.vendor.localeCompare(b.vendor) ||
      Number(bPrice !== undefined) - Number(aPrice !== undefined) ||
      (b.year?.value ?? 0) - (a.year?.value ?? 0) ||
      a.name.localeCompare(b.name),
  );
}

/** Memory below which a chip holds little of the models that are planned for (B), and the first year of FP8. */
const ROOMY = 64e9;
const RECENT = 2022;
const SUGGESTED = 12;

/** Ids of the accelerators that most would compare next: recent and roomy GPUs with a price, those with most offers first. */
export function suggestedAccelerators(
  all: readonly PricedAccelerator[],
  offers: (id: string) => number,
): string[] {
  return all
    .filter(({ price, accelerator }) => price && accelerator.kind === "gpu")
    .filter(({ accelerator: { memory, year } }) => memory.value >= ROOMY && (year?.value ?? 0) >= RECENT)
    .map(({ accelerator: { id } }) => id)
    .sort((a, b) => offers(b) - offers(a) || a.localeCompare(b))
    .slice(0, SUGGESTED);
}
