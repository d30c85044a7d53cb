import { csvHeadings, csvTable } from "@/lib/csv/table";
import { dayIn, type SnapshotShape } from "../reading";
import { readTiered } from "./tiered";

const COLUMNS = {
  label: "price_tier",
  part: "gpu_type",
  each: "per_gpu_hourly_usd",
  whole: "total_hourly_usd",
  date: "fetched_at",
} as const;

/** A price list by tier: on demand, spot, 6, 12 and 36 months, as a nightly job of a repository writes it. */
export const pricingRaw: SnapshotShape = {
  id: "sooddvs-gpu-pricing",
  title: "gpu_pricing_raw: a price list by tier",
  where: "https://github.com/sooddvs/gpu-pricing",
  matches: (text) => {
    const names = csvHeadings(text);
    return ["sku", COLUMNS.label, COLUMNS.part, COLUMNS.each].every((name) => names.includes(name));
  },
  dateIn: (text) => dayIn(text),
  read: (text, day) => readTiered(csvTable(text).rows, day, COLUMNS, () => ({})),
};
