import { fields } from "@/lib/scenario/fields";
import type { Option, Scenario } from "@/lib/scenario/schema";
import { optionPaths } from "./form-groups";

/** A first guess for a newly added accelerator: every field at its default, at the catalog's price unless given. */
export function newOption(accelerator: string, pricePerHour: number | undefined): Option {
  const defaults = [...optionPaths(false), ...optionPaths(true)].flatMap((path) => {
    const field: { default?: number } = fields[path];
    return field.default === undefined ? [] : [[path.replace("options.", ""), field.default] as const];
  });
  const price = pricePerHour === undefined ? {} : { pricePerHour };
  return { accelerator, ...Object.fromEntries(defaults), ...price } as Option;
}

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
