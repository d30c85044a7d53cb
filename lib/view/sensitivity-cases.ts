import { isMeaningful } from "@/lib/scenario/conditions";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { type FieldPath, fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { powersOfTwo } from "@/lib/scenario/option-fields";
import { readField } from "@/lib/scenario/read-field";
import type { Option, Scenario } from "@/lib/scenario/schema";
import { getIn, setIn } from "@/lib/scenario/set-in";
import { parseUnit } from "@/lib/units";
import { amountText } from "./currency";

/** How far an input is moved down and up. */
export const SHARE = 0.2;

/** One input moved to one side: its new value in words, and the plan of one option that has it. */
export type Move = { text: string; scenario: Scenario };

/** One input moved both ways; null where it cannot go there. */
export type SensitivityCase = { id: string; label: string; now: string; down: Move | null; up: Move | null };

/** Inputs of the plan, and of its option, that a cost may hang on. */
const MOVED = (Object.entries(fields) as [NumberFieldPath, NumberField][]).flatMap(([path, { swings }]) =>
  swings ? [path] : [],
);

/** Where a field of the one option, or of what all share, stands in a scenario of one option. */
const placeOf = (path: FieldPath): string => path.replace(/^options\./, "options.0.");

/** The value beside this one: a fifth away, or the next of a field's few choices. */
function beside(path: NumberFieldPath, value: number, direction: 1 | -1): number | undefined {
  const { min, max, integer, choices }: NumberField = fields[path];
  if (choices) {
    // Twelve accelerators are what one machine has, not the step after eight.
    const steps = path === "options.tp" ? powersOfTwo : choices;
    return direction > 0 ? steps.find((step) => step > value) : steps.findLast((step) => step < value);
  }
  const moved = value * (1 + direction * SHARE);
  const next = Math.min(max, Math.max(min, integer ? Math.round(moved) : Number(moved.toPrecision(12))));
  return next === value ? undefined : next;
}

function applies(path: FieldPath, scenario: Scenario): boolean {
  if (path === "workload.cachedPrefix") return scenario.workload.cachedPrefix > 0;
  return isMeaningful(path, scenario);
}

/**
 * Every main input of one option moved a fifth (or to the next choice) down and up, alone. `price` is what an hour of
 * the accelerator costs now, USD; undefined where none is known.
 */
export function sensitivityCases(
  plan: Scenario,
  option: Option,
  price: number | undefined,
): SensitivityCase[] {
  const scenario = { ...plan, options: [option] };
  const cases = MOVED.filter((path) => applies(path, scenario)).flatMap((path) => {
    const value = getIn(scenario, placeOf(path));
    return typeof value !== "number" ? [] : [caseOf(scenario, path, value)];
  });
  const priced = price === undefined ? [] : [caseOf(scenario, "options.pricePerHour", price)];
  return [...priced, ...cases].filter(({ down, up }) => down || up);
}

function caseOf(scenario: Scenario, path: NumberFieldPath, value: number): SensitivityCase {
  const said = (amount: number) => {
    const reading = readField(path, amount);
    if (!reading.ok) return null;
    const { stored } = fields[path];
    const { currency } = scenario;
    if (!currency || !stored.startsWith("USD")) return reading.understood;
    return amountText(amount * parseUnit(stored).factor, stored, currency);
  };
  const move = (direction: 1 | -1): Move | null => {
    const next = beside(path, value, direction);
    const text = next === undefined ? null : said(next);
    return next === undefined || text === null
      ? null
      : { text, scenario: setIn(scenario, placeOf(path), next) };
  };
  return { id: path, label: fields[path].label, now: said(value) ?? "", down: move(-1), up: move(1) };
}
