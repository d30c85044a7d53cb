import type { FieldPath } from "@/lib/scenario/fields";
import { type Knob, type KnobPaths, knobsOf } from "@/lib/scenario/knobs";
import type { Plan, SharedPath } from "@/lib/scenario/plan";
import { type Origin, said, saidByOption } from "../origin";
import { type LoadInput, loaded, type PlanInput, planned } from "./given";

type Asked = `workload.${string}` | `traffic.${string}`;
type Paths = KnobPaths<"plan">;

/** The inputs that are settings of the plan as they stand, by their names: each is made from the setting's row and nothing else. */
export const knobs = Object.fromEntries(knobsOf("plan").map((knob) => [knob.id, inputOf(knob)])) as {
  readonly [Id in keyof Paths]: Paths[Id] extends Asked ? LoadInput : PlanInput;
};

/** The same of one section. */
export const knobsIn = (section: string): (LoadInput | PlanInput)[] =>
  knobsOf("plan").flatMap(({ id, path }) =>
    path.startsWith(`${section}.`) ? [knobs[id as keyof typeof knobs]] : [],
  );

/** What is asked changes with the load; the rest stays with the plan. */
function inputOf(knob: Knob): LoadInput | PlanInput {
  const { path, unit, label } = knob;
  const origin = (plan: Plan) => originAt(plan, knob.idleBy(plan) ?? path);
  return /^(workload|traffic)\./.test(path)
    ? loaded(unit, label, { value: ({ plan }) => knob.value(plan), origin: ({ load }) => origin(load.plan) })
    : planned(unit, label, {
        value: ({ plan }) => knob.value(plan),
        origin: ({ deployment }) => origin(deployment.plan),
        structural: knob.structural,
      });
}

function originAt(plan: Plan, path: FieldPath): Origin {
  const key = path.startsWith("options.") ? path.slice("options.".length) : undefined;
  return key ? saidByOption(plan, key as keyof Plan["option"]) : said(plan, path as SharedPath);
}
