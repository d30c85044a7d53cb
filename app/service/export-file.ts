import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { source } from "@/lib/catalog";
import type { Estimate } from "@/lib/engine";
import type { CsvProfile } from "@/lib/export/csv";
import { exportCsv } from "@/lib/export/estimate-csv";
import type { PlanTable } from "@/lib/export/plan-tables";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import type { FORMATS } from "./request-schemas";

export type Format = (typeof FORMATS)[number];

/** The media type of each form that a plan leaves in. */
export const MEDIA_TYPES: Record<Format, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

/** The content of the file of a plan that is answered. */
export async function exportFile(
  plan: Estimate,
  format: Format,
  profile: CsvProfile,
  table: PlanTable = "figures",
): Promise<string | Uint8Array> {
  const lookup = lookupFor(plan.scenario);
  if (format === "xlsx") return writeWorkbook(planWorkbook(plan, lookup, source, new Date()));
  return format === "csv" ? exportCsv(table, plan, lookup, source, profile) : `${JSON.stringify(plan)}\n`;
}
