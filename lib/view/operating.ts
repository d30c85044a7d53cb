import type { Estimate } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";

/** The scenario with every option at the operating point that was found for it, for what is computed around that point. */
export const operatingScenario = ({ scenario, options }: Estimate): Scenario => ({
  ...scenario,
  options: scenario.options.map((option, index) => ({ ...option, ...options[index]?.operation?.patch })),
});
