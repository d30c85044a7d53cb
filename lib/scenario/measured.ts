import type { OwnMeasurement } from "./measurement";
import type { Scenario } from "./schema";

/** What a person measured on machines of their own; published runs that the plan carries are nobody's secret. */
export const ownMeasurements = ({ measurements = [] }: Pick<Scenario, "measurements">): OwnMeasurement[] =>
  measurements.filter(({ published }) => published === undefined);

/** Whether the plan holds what a person measured: runs, or the constants that they fitted. */
export const hasOwnEvidence = (scenario: Pick<Scenario, "measurements" | "calibration">): boolean =>
  scenario.calibration !== undefined || ownMeasurements(scenario).length > 0;

/** The scenario as the catalog alone predicts it: without measurements, and without constants of its own. */
export const asPredicted = ({ measurements: _runs, calibration: _fitted, ...rest }: Scenario): Scenario =>
  rest;

/** The scenario as others may see it without having been asked: what a person measured, and fitted by it, stays at home. */
export function withoutMeasurements({ measurements = [], calibration: _, ...rest }: Scenario): Scenario {
  const published = measurements.filter((each) => each.published !== undefined);
  return published.length > 0 ? { ...rest, measurements: published } : rest;
}
