import type { PriceTerm } from "../../price";
import { csvRows, headings } from "../csv";
import { dayIn, emptyReading, printedPrice, type SnapshotShape } from "../reading";
import { aloneByName, wrongLabel } from "./observations";

const TERMS: Record<string, PriceTerm> = {
  on_demand: "on-demand",
  spot: "spot",
  "12mo": "reserved-1y",
  "36mo": "reserved-3y",
};

/** A price list by tier: on demand, spot, 6, 12 and 36 months, as a nightly job of a repository writes it. */
export const pricingRaw: SnapshotShape = {
  id: "sooddvs-gpu-pricing",
  title: "gpu_pricing_raw: a price list by tier",
  where: "https://github.com/sooddvs/gpu-pricing",
  matches: (text) => {
    const names = headings(text);
    return ["gpu_type", "price_tier", "per_gpu_hourly_usd", "sku"].every((name) => names.includes(name));
  },
  dateIn: (text) => dayIn(text),
  read(text, day) {
    const reading = emptyReading();
    for (const { line, cell } of csvRows(text)) {
      const at = `line ${line}`;
      const what = `${cell("provider")} ${cell("sku")}`;
      const term = TERMS[cell("price_tier")];
      const acceleratorHour = printedPrice(cell("per_gpu_hourly_usd"));
      const wrong = wrongLabel(cell("provider"), cell("sku"), cell("price_tier"));
      const slice = /\bMIG\b/i.test(cell("sku")) ? "a slice of an accelerator, not one" : undefined;
      const why = slice ?? wrong ?? (term ? undefined : `no term is called "${cell("price_tier")}"`);
      if (why !== undefined || !term || acceleratorHour === undefined) {
        reading.refused.push({ at, what, why: why ?? `no price, got "${cell("per_gpu_hourly_usd")}"` });
        continue;
      }
      const count = Number(cell("gpu_count"));
      const instanceHour = printedPrice(cell("total_hourly_usd"));
      reading.offers.push({
        at,
        provider: cell("provider"),
        parts: [cell("sku"), cell("gpu_type")],
        instance: cell("sku"),
        ...(Number.isInteger(count) && count > 0 ? { accelerators: count } : {}),
        ...(/^(global|)$/i.test(cell("region")) ? {} : { region: cell("region") }),
        term,
        ...(instanceHour !== undefined && count > 1 ? { instanceHour } : {}),
        acceleratorHour,
        asOf: dayIn(cell("fetched_at")) ?? day,
        ...(aloneByName(cell("provider"), cell("sku")) ? { covers: "accelerator-alone" as const } : {}),
        ...(cell("provider") === "Azure" && term.startsWith("reserved") ? { note: "Savings plan" } : {}),
      });
    }
    return reading;
  },
};
