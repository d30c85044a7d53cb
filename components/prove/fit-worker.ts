import { parameters } from "@/lib/catalog/count/model";
import type { Fitted } from "@/lib/measure/fit-constants";
import { measuredRecords, rowsOf, timedBy } from "@/lib/measure/own";
import type { OwnMeasurement } from "@/lib/scenario";
import { asPredicted } from "@/lib/scenario/measured";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";
import { type OwnFitAnswer, ownFit } from "@/lib/view/prove/own-fit";

export type FitTask = {
  scenario: Scenario;
  runs: readonly OwnMeasurement[];
  records: CatalogRecords;
  what: Fitted;
};

/** Fits constants to a person's runs away from the page: it takes seconds. */
addEventListener("message", ({ data: { scenario, runs, records, what } }: MessageEvent<FitTask>) => {
  // From the catalog's constants, whatever the plan is computed with now.
  const plain = asPredicted(scenario);
  const lookup = timedBy(lookupOf(records, plain), plain);
  const { names } = measuredRecords(lookup, parameters);
  const answer: OwnFitAnswer = ownFit(runs.flatMap(rowsOf), lookup, names, what);
  postMessage(answer);
});
