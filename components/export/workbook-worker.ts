import type { Estimate } from "@/lib/engine";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { savedWorkbook } from "@/lib/export/workbook/saved-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";
import { recordName } from "@/lib/view/record-name";
import { isPresent } from "./present";

export type WorkbookTask = { estimate: Estimate; records: CatalogRecords };
export type WorkbookReply = { bytes: Uint8Array } | { failed: string };

/** Writes a plan's workbook away from the page, which stays at hand. */
addEventListener("message", async ({ data: { estimate, records } }: MessageEvent<WorkbookTask>) => {
  const reply = (answer: WorkbookReply) => postMessage(answer);
  try {
    const book = isPresent(estimate, records)
      ? planWorkbook(estimate, lookupOf(records, estimate.scenario), (id) => records.sources[id], new Date())
      : savedWorkbook(estimate, (id) => recordName(records, estimate.scenario, id), new Date());
    reply({ bytes: await writeWorkbook(book) });
  } catch (error) {
    reply({ failed: (error as Error).message });
  }
});
