import { MAX_OPTIONS } from "@/lib/scenario/limits";
import type { Option, Scenario } from "@/lib/scenario/schema";

/** The scenario with one option more, in place of the last where there is no room for another. */
export function withOption(scenario: Scenario, option: Option): Scenario {
  const { options } = scenario;
  const kept = options.length < MAX_OPTIONS ? options : options.slice(0, -1);
  return { ...scenario, options: [...kept, option] };
}

/** The scenario with an option at another load as an option of its own: so many in flight, and as many replicas as that needs. */
export function withPoint(scenario: Scenario, index: number, batch: number): Scenario {
  const option = scenario.options[index];
  if (!option) return scenario;
  const { replicas: _asNeeded, ...rest } = option;
  return withOption(scenario, { ...rest, batch: Math.max(1, Math.round(batch)) });
}
