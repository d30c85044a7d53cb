import { answerOption } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";

/** One option to simulate; the records come once, with the first of a plan. */
export type SimulationTask = { run: number; scenario: Scenario; option: number; records: CatalogRecords };

/** Answers one option of a plan with its percentiles, away from the page, which stays at hand. */
addEventListener("message", ({ data }: MessageEvent<SimulationTask>) => {
  const { run, scenario, option, records } = data;
  const found = answerOption(scenario, option, lookupOf(records, scenario));
  postMessage({ run, option, found });
});
