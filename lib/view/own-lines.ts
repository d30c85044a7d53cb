import type { Estimate } from "@/lib/engine";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { asTyped } from "./currency";
import { optionNames } from "./option-name";
import type { ScenarioLine } from "./scenario-lines";
import { valueText } from "./value-text";

/** What the name of an option and its price say already. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["accelerator", "pricePerHour", "replicas"]);

/** What each option says for itself, in the order of the form: its layout, its own terms, whether it is owned. */
export function ownLines(estimate: Estimate, nameOf: (id: string) => string): ScenarioLine[] {
  const { scenario } = estimate;
  const names = optionNames(estimate);
  return scenario.options.map((option, index): ScenarioLine => {
    const own: Readonly<Record<string, unknown>> = option;
    const said = (Object.keys(fields) as FieldPath[])
      .filter((path) => path.startsWith("options."))
      .flatMap((path) => {
        const key = path.slice("options.".length);
        const value = own[key];
        const field = fields[path];
        const isSaid = typeof value === "string" || typeof value === "number";
        if (!isSaid || SAID_ELSEWHERE.has(key) || value === field.default) return [];
        const text = valueText(path, value, nameOf);
        const typed = field.kind === "number" ? asTyped(text, field.unit, scenario.currency) : text;
        return [`${field.label} ${typed}`];
      });
    return { label: `Option ${index + 1}: ${names[index]}`, text: said.join(", ") || "as the plan says" };
  });
}
