import { estimate, type Lookup } from "@/lib/engine";
import { encodeScenario, type Option, type Scenario } from "@/lib/scenario";

/** Tensor-parallel sizes that are tried, smallest first. */
const LAYOUTS = [1, 2, 4, 8] as const;

/**
 * The scenario with this accelerator as the first option, so that it is what the others are compared to. An offer's
 * price (USD per accelerator-hour) goes with it where one is given.
 */
export function planWithAccelerator(
  scenario: Scenario,
  accelerator: string,
  lookup: Lookup,
  pricePerHour?: number,
): Scenario {
  const others = scenario.options.filter((option) => option.accelerator !== accelerator);
  const template =
    scenario.options.find((option) => option.accelerator === accelerator) ?? scenario.options[0];
  const first = {
    ...template,
    accelerator,
    ...(pricePerHour === undefined ? {} : { pricePerHour }),
  } as Option;
  const options = [first, ...others].slice(0, Math.max(1, scenario.options.length));
  return {
    ...scenario,
    options: options.map((option) => smallestLayout({ ...scenario, options }, option, lookup)),
  };
}

/** The scenario with this model, each option in the smallest layout that holds it. */
export function planWithModel(scenario: Scenario, model: string, lookup: Lookup): Scenario {
  const changed = { ...scenario, workload: { ...scenario.workload, model } };
  return { ...changed, options: scenario.options.map((option) => smallestLayout(changed, option, lookup)) };
}

/** The address of the planner with this scenario in its fragment. */
export const planAddress = (scenario: Scenario): string => `/#d=${encodeScenario(scenario)}`;

/** Where no layout fits, the smallest is kept: the planner then says why, and what would make it fit. */
function smallestLayout(scenario: Scenario, option: Option, lookup: Lookup): Option {
  const fits = LAYOUTS.map((tp) => ({ ...option, tp })).find(
    (candidate) => estimate({ ...scenario, options: [candidate] }, lookup).options[0]?.verdict.feasible,
  );
  return fits ?? { ...option, tp: LAYOUTS[0] };
}
