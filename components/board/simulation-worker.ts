import { answerOption, topologies } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";

/** One option to simulate, or all topologies of the plan. */
export type SimulationTask = {
  run: number;
  scenario: Scenario;
  option: number | "topologies";
  records: CatalogRecords;
};

/** Answers a part of a plan with its percentiles, away from the page, which stays at hand. */
addEventListener("message", ({ data }: MessageEvent<SimulationTask>) => {
  const { run, scenario, option, records } = data;
  const lookup = lookupOf(records, scenario);
  const found =
    option === "topologies" ? topologies(scenario, lookup) : answerOption(scenario, option, lookup);
  postMessage({ run, option, found });
});
