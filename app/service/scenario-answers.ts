import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { answer, type Estimate, UnknownRecord } from "@/lib/engine";
import type { FieldError } from "@/lib/http/problem";
import type { Scenario } from "@/lib/scenario";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { given, invalid, type Outcome } from "./outcome";

/** Where a scenario stands in a request, as the prefix of its fields' paths: "scenario." */
type At = "" | "scenario.";

const below = (at: At, errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ path, message }) => ({ path: `${at}${path}`.replace(/\.$/, ""), message }));

/** Does what needs a whole scenario. Refuses with 422 what is none, or names a record that the catalog lacks. */
export function withScenario<T>(input: unknown, at: At, work: (scenario: Scenario) => T): Outcome<T> {
  const reading = parseScenario(input);
  if (!reading.ok) return invalid(below(at, reading.errors));
  try {
    return given(work(reading.scenario));
  } catch (error) {
    if (!(error instanceof UnknownRecord)) throw error;
    return invalid(below(at, [{ path: error.path, message: error.message }]));
  }
}

/** The estimate of a scenario as it was sent: the same engine and the same numbers as the planner's. */
export const estimated = (input: unknown, at: At = ""): Outcome<Estimate> =>
  withScenario(input, at, (scenario) => answer(scenario, lookupFor(scenario)));
