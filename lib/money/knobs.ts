import { type Input, input } from "@/lib/formula";
import { type KnobPaths, knobsOf } from "@/lib/scenario/knobs";
import type { Plan } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

const settings = knobsOf("months");
type Paths = KnobPaths<"months">;
type Of<T> = { readonly [Id in keyof Paths]: T };

/** The inputs that are settings of the months as they stand, by their names: each is made from the setting's row alone. */
export const knobs = Object.fromEntries(
  settings.map(({ id, unit, label }) => [id, input(unit, label)]),
) as Of<Input>;

/** The setting of each. */
export const knobPaths = Object.fromEntries(settings.map(({ id, path }) => [id, path])) as Readonly<Paths>;

/** What a plan says of each, or what counts where it says nothing. */
export const knobValues = (plan: Plan | Scenario) =>
  Object.fromEntries(settings.map(({ id, value }) => [id, value(plan)])) as Of<number>;
