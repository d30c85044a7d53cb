import type { Scenario } from "@/lib/scenario";
import type { OptionPatch } from "@/lib/scenario/patch";
import { atOperation, type Plan, planOf } from "@/lib/scenario/plan";
import type { Lookup } from "./deployment";
import { type Estimate, estimatePlan, type OptionEstimate } from "./estimate";
import { type Sizing, sized } from "./search/sizing";
import { isRefused } from "./verdict";
import { ENGINE_VERSION } from "./version";

/**
 * Answers a scenario's question: every option at the operating point that its traffic needs. A batch that is asked for
 * is that point already, and is only sized where a goal is for a percentile, which takes a simulation. Throws
 * UnknownRecord, with the field's path, for an id the catalog lacks.
 */
export const answer = (scenario: Scenario, lookup: Lookup, sizing: Sizing = {}): Estimate => ({
  engineVersion: ENGINE_VERSION,
  catalogVersion: lookup.catalogVersion,
  scenario,
  options: scenario.options.map((_, index) => answerOption(scenario, index, lookup, sizing)),
});

/** The answer of one option, for those who ask them one by one. */
export function answerOption(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  sizing: Sizing = {},
): OptionEstimate {
  const plan = planOf(scenario, index);
  const operation = isSized(plan) ? sized(plan, lookup, sizing) : undefined;
  if (!operation || isRefused(operation)) return estimatePlan(plan, lookup);
  const found = estimatePlan(atOperation(plan, operation.patch), lookup);
  return { ...found, option: plan.option, operation };
}

/** What is found for an option's traffic: nothing where a batch is asked for, or where it cannot run. */
export function foundFor(scenario: Scenario, index: number, lookup: Lookup, sizing: Sizing): OptionPatch {
  const plan = planOf(scenario, index);
  const operation = isSized(plan) ? sized(plan, lookup, sizing) : undefined;
  return !operation || isRefused(operation) ? {} : operation.patch;
}

/** Whether an operating point is to be found: the load is no batch, or a goal is for other requests than the mean one. */
function isSized({ traffic, goals, serving }: Plan): boolean {
  if (traffic.load !== "batch") return true;
  const { ttft, ttftAt, tpot, tpotAt, answer: whole, answerAt } = goals;
  const asked = [
    ttft === undefined ? "mean" : ttftAt,
    tpot === undefined ? "mean" : tpotAt,
    whole === undefined ? "mean" : answerAt,
  ];
  return serving.batching !== "offline" && asked.some((at) => at !== "mean");
}
