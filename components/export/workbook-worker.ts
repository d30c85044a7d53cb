import type { Estimate } from "@/lib/engine";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";

export type WorkbookTask = { estimate: Estimate; records: CatalogRecords };
export type WorkbookReply = { bytes: Uint8Array } | { failed: string };

/** Writes a plan's workbook away from the page, which stays at hand. */
addEventListener("message", async ({ data: { estimate, records } }: MessageEvent<WorkbookTask>) => {
  const reply = (answer: WorkbookReply) => postMessage(answer);
  try {
    const book = planWorkbook(
      estimate,
      lookupOf(records, estimate.scenario),
      (id) => records.sources[id],
      new Date(),
    );
    reply({ bytes: await writeWorkbook(book) });
  } catch (error) {
    reply({ failed: (error as Error).message });
  }
});
