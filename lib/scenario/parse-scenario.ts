import { type FieldError, fieldErrors } from "./field-error";
import { refuseHostile } from "./input-guard";
import { type Scenario, scenarioSchema } from "./schema";
import { upgrade } from "./versions";

export type ScenarioReading = { ok: true; scenario: Scenario } | { ok: false; errors: FieldError[] };

/** Reads a scenario of any version from a form, a request or a stored record. Fills in defaults; never throws. */
export function parseScenario(input: unknown): ScenarioReading {
  const hostile = refuseHostile(input);
  if (hostile) return { ok: false, errors: [hostile] };
  const upgraded = upgrade(input);
  if (!upgraded.ok) return { ok: false, errors: [{ path: upgraded.path, message: upgraded.message }] };
  const result = scenarioSchema.safeParse(upgraded.document, { reportInput: true });
  if (result.success) return { ok: true, scenario: result.data };
  return { ok: false, errors: fieldErrors(result.error.issues) };
}
