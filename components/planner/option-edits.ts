import type { Scenario } from "@/lib/scenario/schema";

/** A scenario with one option repeated beside itself. */
export function duplicateOption(scenario: Scenario, index: number): Scenario {
  const copied = scenario.options[index];
  if (!copied) return scenario;
  return { ...scenario, options: scenario.options.toSpliced(index + 1, 0, { ...copied }) };
}

/** A scenario without one option; the last one stays. */
export function removeOption(scenario: Scenario, index: number): Scenario {
  return scenario.options.length > 1
    ? { ...scenario, options: scenario.options.toSpliced(index, 1) }
    : scenario;
}
