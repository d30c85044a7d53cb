import { apiEstimates, type Estimate } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import { readOption } from "./read-option";
import { readTopologies } from "./read-topologies";
import { finite, listOf, member, recordOf, text } from "./readers";

/** A stored version of a plan, as the database gives it: JSON of any age. */
export type StoredPlan = { state: unknown; result: unknown; engineVersion: string; catalogVersion: string };

/** The figures of one option whose scenario cannot be read any more, by the ids they were stored under. */
export type BareFigures = { name: string; figures: Record<string, number> };

/** A saved plan with its numbers as they were saved, or what is left where its scenario cannot be read. */
export type SavedReading =
  | { ok: true; estimate: Estimate }
  | { ok: false; reason: string; options: BareFigures[] };

/**
 * Reads a saved plan, of whatever version its scenario and its result are. What an earlier engine did not compute, or
 * what cannot be read, is absent from the estimate; numbers are never computed anew, but
 * what an API takes for the volume, which is a sum of what was saved. Never throws.
 */
export function readSaved({ state, result, engineVersion, catalogVersion }: StoredPlan): SavedReading {
  const options = member(result, "options");
  const stored: readonly unknown[] = Array.isArray(options) ? options : [];
  const reading = parseScenario(state);
  if (reading.ok) {
    const { scenario } = reading;
    const estimates = scenario.options.map((option, index) => readOption(stored[index], option));
    const topologies = readTopologies(member(result, "topologies"), scenario);
    return {
      ok: true,
      estimate: {
        engineVersion,
        catalogVersion,
        scenario,
        options: estimates,
        ...(scenario.apis ? { apis: apiEstimates(scenario, estimates, volumeIn(result, estimates)) } : {}),
        ...(topologies ? { topologies } : {}),
      },
    };
  }
  const [first] = reading.errors;
  const where = first?.path ? `${first.path}: ` : "";
  return { ok: false, reason: `${where}${first?.message}`, options: listOf(bareFigures)(stored) };
}

/** Whose volume its APIs were priced at: earlier ones took the first option that says one. */
const volumeIn = (result: unknown, options: Estimate["options"]): number =>
  finite(member(result, "volumeOf")) ??
  options.findIndex(({ figures }) => figures.monthlyInputTokens !== undefined);

function bareFigures(stored: unknown): BareFigures {
  const accelerator = member(stored, "accelerator");
  return {
    name: text(member(accelerator, "name")) ?? "An option",
    figures: recordOf(finite)(member(stored, "figures")),
  };
}
