import type { Estimate } from "@/lib/engine";
import { fields } from "@/lib/scenario/fields";
import { applyPatch, type ScenarioPatch } from "@/lib/scenario/patch";
import type { Scenario } from "@/lib/scenario/schema";
import { standingOf } from "../standing";

/** Goals loosened to what the nearest option reaches, in words and as a change of the plan. */
export type Loosening = { label: string; patch: ScenarioPatch };

/** The goals as the option at `index` reaches them, two digits and up; undefined where it misses more than times. */
export function loosened(estimate: Estimate, index: number): Loosening | undefined {
  const { missed } = standingOf(estimate, index);
  const late = missed.flatMap(({ goal, by }) => (goal === "rate" ? [] : [{ goal, by }]));
  if (late.length === 0 || late.length < missed.length) return undefined;
  const goals = Object.fromEntries(
    late.map(({ goal, by }) => [goal, up((estimate.scenario.goals[goal] ?? 0) * (1 + by))]),
  );
  const said = late.map(({ goal }) => {
    const { unit, label } = fields[`goals.${goal}`];
    const value = goals[goal] ?? 0;
    return `${label} ${unit === "ms" ? `${Number((value * 1000).toPrecision(3))} ms` : `${value} s`}`;
  });
  return { label: said.join(", "), patch: { goals } };
}

/** Two digits, rounded up. */
function up(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step) * step).toPrecision(3));
}

/** The plan with its goals loosened so. */
export const withLoosened = (scenario: Scenario, { patch }: Loosening): Scenario =>
  applyPatch(scenario, patch);
