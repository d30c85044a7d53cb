import { answerOption, type Lookup, priceOf } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { type Move, type SensitivityCase, sensitivityCases } from "./sensitivity-cases";
import type { Table } from "./table";

/** What one move does: the input's new value, the cost there (USD/tok) and its change as a fraction. */
export type Effect = { text: string; cost: number; change: number };

/** An input with what moving it does to the blended cost; null where the plan cannot run or the input cannot move. */
export type Sensitivity = { id: string; label: string; now: string; down: Effect | null; up: Effect | null };

/** What the engine found for a case: the blended cost on either side; undefined where the plan does not run. */
export type SensitivityCosts = { down: number | undefined; up: number | undefined };

/** Moves that change the cost by less than this are said to do nothing. */
const NOTHING = 0.0005;

const reach = ({ down, up }: Sensitivity) => Math.max(Math.abs(down?.change ?? 0), Math.abs(up?.change ?? 0));

/** Whether moving the input changes the cost at all. */
export const matters = (row: Sensitivity): boolean => reach(row) >= NOTHING;

const SECONDS_PER_HOUR = 3600;

/**
 * What the blended cost of one option does when its inputs move; nothing for an option without a cost. Each move finds
 * its own operating point as the board does, with simulated percentiles, or by means where `simulate` is false. `lookup`
 * has the scenario's own records in front.
 */
export function sensitivityOf(
  plan: Scenario,
  lookup: Lookup,
  index: number,
  sizing: { simulate?: boolean } = {},
): Sensitivity[] {
  const option = plan.options[index];
  if (!option) return [];
  const costOf = (scenario: Scenario) => answerOption(scenario, 0, lookup, sizing).figures.costPerToken;
  const base = costOf({ ...plan, options: [option] });
  if (!base) return [];
  const rate = priceOf(planOf(plan, index), lookup);
  const price = rate === undefined ? undefined : rate * SECONDS_PER_HOUR;
  const cases = sensitivityCases(plan, option, price);
  const cost = (move: Move | null) => (move ? costOf(move.scenario) : undefined);
  return sensitivity(
    cases,
    cases.map(({ down, up }) => ({ down: cost(down), up: cost(up) })),
    base,
  );
}

/** Inputs by how much the cost moves with them, the strongest first. `base` is the cost as planned, USD/tok. */
export function sensitivity(
  cases: readonly SensitivityCase[],
  costs: readonly SensitivityCosts[],
  base: number,
): Sensitivity[] {
  const effect = (text: string | undefined, cost: number | undefined): Effect | null =>
    text === undefined || cost === undefined ? null : { text, cost, change: cost / base - 1 };
  return cases
    .map(({ id, label, now, down, up }, index) => ({
      id,
      label,
      now,
      down: effect(down?.text, costs[index]?.down),
      up: effect(up?.text, costs[index]?.up),
    }))
    .filter(({ down, up }) => down || up)
    .sort((a, b) => reach(b) - reach(a));
}

/** One row a move: the table behind the Sensitivity tab and its CSV. */
export function sensitivityTable(option: string, rows: readonly Sensitivity[]): Table {
  return {
    id: "sensitivity",
    title: `What moves the cost on ${option}`,
    columns: [
      { id: "input", label: "Input", kind: "text" },
      { id: "now", label: "Now", kind: "text" },
      { id: "moved", label: "Moved to", kind: "text" },
      { id: "cost", label: "Cost, blended", unit: "USD/tok", kind: "number" },
      { id: "change", label: "Change", unit: "%", kind: "number" },
    ],
    rows: rows.flatMap(({ label, now, down, up }) =>
      [down, up].flatMap((effect) =>
        effect
          ? [{ input: label, now, moved: effect.text, cost: effect.cost, change: 100 * effect.change }]
          : [],
      ),
    ),
  };
}
