import type { OwnMeasurement } from "./measurement";
import type { Scenario } from "./schema";

/** What a person measured on machines of their own; published runs that the plan carries are nobody's secret. */
export const ownMeasurements = ({ measurements = [] }: Pick<Scenario, "measurements">): OwnMeasurement[] =>
  measurements.filter(({ published }) => published === undefined);

/** The scenario as others may see it without having been asked: what a person measured stays at home. */
export function withoutMeasurements({ measurements = [], ...rest }: Scenario): Scenario {
  const published = measurements.filter((each) => each.published !== undefined);
  return published.length > 0 ? { ...rest, measurements: published } : rest;
}
