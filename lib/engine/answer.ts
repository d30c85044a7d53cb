import type { Scenario } from "@/lib/scenario";
import type { OptionPatch } from "@/lib/scenario/patch";
import { atOperation, planOf } from "@/lib/scenario/plan";
import { withApis } from "./apis/estimate-apis";
import type { Lookup } from "./deployment";
import { type Estimate, estimatePlan, type OptionEstimate } from "./estimate";
import { topologies } from "./fleet/topologies";
import { waitNote } from "./notes";
import { isSimulated } from "./search/goals";
import { type Sizing, sized } from "./search/sizing";
import { isRefused } from "./verdict";
import { ENGINE_VERSION } from "./version";

/**
 * Answers a scenario's question: every option at the operating point that its traffic needs. A batch that is asked for
 * is that point already, and is only sized where a goal is for a percentile, which takes a simulation; so do topologies,
 * which are composed where simulation is wanted. Throws UnknownRecord, with the field's path, for an id the catalog lacks.
 */
export const answer = (scenario: Scenario, lookup: Lookup, sizing: Sizing = {}): Estimate =>
  withApis(optionsAnswered(scenario, lookup, sizing));

const optionsAnswered = (scenario: Scenario, lookup: Lookup, sizing: Sizing): Estimate => ({
  engineVersion: ENGINE_VERSION,
  catalogVersion: lookup.catalogVersion,
  scenario,
  options: scenario.options.map((_, index) => answerOption(scenario, index, lookup, sizing)),
  ...(scenario.topologies && sizing.simulate !== false
    ? { topologies: topologies(scenario, lookup, sizing) }
    : {}),
});

/** The answer of one option, for those who ask them one by one. */
export function answerOption(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  sizing: Sizing = {},
): OptionEstimate {
  const plan = planOf(scenario, index);
  const operation = isSimulated(plan) ? sized(plan, lookup, sizing) : undefined;
  if (!operation || isRefused(operation)) return estimatePlan(plan, lookup);
  const found = estimatePlan(atOperation(plan, operation.patch), lookup);
  const first = operation.percentiles?.ttft.mean.value;
  // Where it is simulated what a first token takes, that is what nobody waits for.
  const notes =
    first === undefined
      ? found.notes
      : [...found.notes.filter(({ code }) => code !== "slow-first-token"), ...waitNote(first)];
  return { ...found, notes, option: plan.option, operation };
}

/** What is found for an option's traffic: nothing where a batch is asked for, or where it cannot run. */
export function foundFor(scenario: Scenario, index: number, lookup: Lookup, sizing: Sizing): OptionPatch {
  const plan = planOf(scenario, index);
  const operation = isSimulated(plan) ? sized(plan, lookup, sizing) : undefined;
  return !operation || isRefused(operation) ? {} : operation.patch;
}
