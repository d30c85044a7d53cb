import type { Scenario } from "@/lib/scenario/schema";
import { goalRepairsOf } from "@/lib/view/board/goal-repairs";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";

/** One option whose goals are to be kept. */
export type RepairTask = { scenario: Scenario; option: number; records: CatalogRecords };

/** Searches what would make an option keep its goals, away from the page. */
addEventListener("message", ({ data: { scenario, option, records } }: MessageEvent<RepairTask>) => {
  postMessage(goalRepairsOf(scenario, option, lookupOf(records, scenario)));
});
