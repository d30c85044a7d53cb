import type { Estimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";

/** The scenario with every option at the operating point that was found for it, for what is computed around that point. */
export const operatingScenario = ({ scenario, options }: Estimate): Scenario => ({
  ...scenario,
  options: scenario.options.map((option, index) => ({ ...option, ...options[index]?.operation?.patch })),
});

/**
 * The same as somebody would measure it: so many requests in flight on each replica, which is a whole number. What share
 * of the paid time is used says nothing of how fast it is.
 */
export function measuredScenario(estimate: Estimate): Scenario {
  const scenario = operatingScenario(estimate);
  const options = scenario.options.map(({ batch, utilisation: _used, ...option }) =>
    batch === undefined ? option : { ...option, batch: Math.max(1, Math.round(batch)) },
  );
  return { ...scenario, options };
}
