import type { Scenario } from "./schema";

/** The scenario as others may see it without having been asked: what a person measured stays at home. */
export function withoutMeasurements({ measurements: _own, ...rest }: Scenario): Scenario {
  return rest;
}
