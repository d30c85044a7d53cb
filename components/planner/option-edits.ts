import type { Scenario } from "@/lib/scenario/schema";
import { withOptionAfter, withoutOptionAt, withTopologies } from "@/lib/scenario/topology-edits";

/** A scenario with one option repeated beside itself. */
export function duplicateOption(scenario: Scenario, index: number): Scenario {
  const copied = scenario.options[index];
  if (!copied) return scenario;
  const options = scenario.options.toSpliced(index + 1, 0, { ...copied });
  return withTopologies({ ...scenario, options }, withOptionAfter(scenario, index));
}

/** A scenario without one option; the last one stays. */
export function removeOption(scenario: Scenario, index: number): Scenario {
  if (scenario.options.length < 2) return scenario;
  const options = scenario.options.toSpliced(index, 1);
  return withTopologies({ ...scenario, options }, withoutOptionAt(scenario, index));
}
