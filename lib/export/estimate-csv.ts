import type { Estimate, Lookup } from "@/lib/engine";
import { type CsvProfile, toCsv } from "./csv";
import { type PlanTable, planTable, type TableSource } from "./plan-tables";

/** A table of the plan as comma-separated values, in the units of the screen. */
export const exportCsv = (
  which: PlanTable,
  estimate: Estimate,
  lookup: Lookup,
  source: (id: string) => TableSource | undefined,
  profile: CsvProfile,
): string => toCsv(planTable(which, estimate, lookup, source), profile);
