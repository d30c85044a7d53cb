import type { Estimate } from "@/lib/engine";
import { compareTable } from "@/lib/view/compare";
import { type CsvProfile, toCsv } from "./csv";

/** The comparison of all options as a table of comma-separated values, as the page saves it. */
export const exportCsv = (estimate: Estimate, profile: CsvProfile): string =>
  toCsv(compareTable(estimate), profile);
