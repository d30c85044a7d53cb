import type { Finance, Goals, Money, Option, Scenario, Serving, Traffic, Workload } from "./schema";

/**
 * A change to a scenario. A section or option is merged field by field; a field set to undefined goes back to its
 * catalog value. `options` is either a new list or a change by index.
 */
export type ScenarioPatch = {
  name?: string | undefined;
  workload?: Partial<Workload>;
  traffic?: Partial<Traffic>;
  goals?: Partial<Goals>;
  serving?: Partial<Serving>;
  finance?: Partial<Finance>;
  money?: Partial<Money>;
  options?: readonly Option[] | Readonly<Record<number, Partial<Option>>>;
};

/** A change that belongs to one option ("2 accelerators"), with what it must change for all of them. */
export type OptionPatch = Partial<Option> & { workload?: Partial<Workload>; serving?: Partial<Serving> };

/** The scenario with the patch merged in; the given one is left alone. An index without an option is ignored. */
export function applyPatch(scenario: Scenario, patch: ScenarioPatch): Scenario {
  return {
    ...scenario,
    ...("name" in patch ? { name: patch.name } : {}),
    workload: { ...scenario.workload, ...patch.workload },
    traffic: { ...scenario.traffic, ...patch.traffic },
    goals: { ...scenario.goals, ...patch.goals },
    serving: { ...scenario.serving, ...patch.serving },
    finance: { ...scenario.finance, ...patch.finance },
    money: { ...scenario.money, ...patch.money },
    options: patchOptions(scenario.options, patch.options ?? {}),
  };
}

/** Applies a repair or a card's change to the option at `index`. */
export function applyOptionPatch(scenario: Scenario, index: number, patch: OptionPatch): Scenario {
  const { workload = {}, serving = {}, ...option } = patch;
  return applyPatch(scenario, { workload, serving, options: { [index]: option } });
}

function patchOptions(options: Option[], patch: NonNullable<ScenarioPatch["options"]>): Option[] {
  if (isList(patch)) return [...patch];
  return options.map((option, index) => ({ ...option, ...patch[index] }));
}

function isList(patch: NonNullable<ScenarioPatch["options"]>): patch is readonly Option[] {
  return Array.isArray(patch);
}
