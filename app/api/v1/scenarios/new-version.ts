import "server-only";
import type { NewScenario } from "@/lib/db/scenarios";
import type { Estimate } from "@/lib/engine";
import { storedResult } from "@/lib/view/saved/stored-result";

/** What is stored of an estimate: its scenario, its figures and what computed them. */
export const newVersion = (estimate: Estimate): NewScenario => ({
  name: estimate.scenario.name ?? "",
  state: estimate.scenario,
  result: storedResult(estimate),
  engineVersion: estimate.engineVersion,
  catalogVersion: estimate.catalogVersion,
});
