import {
  answer,
  type Estimate,
  type FigureId,
  fleetQuantities,
  type Lookup,
  type OptionEstimate,
  quantities,
  type TopologyFigureId,
  topologies,
} from "@/lib/engine";
import { parseScenario } from "@/lib/scenario/parse-scenario";
import type { Scenario } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";
import { apiRows } from "@/lib/view/board/api-offers";
import type { Claim, ClaimCase } from "./claim";

/** A figure that a case may be about beside those of an estimate: what it is in base units. */
const OTHERS: Readonly<Record<string, (option: OptionEstimate, plan: Estimate) => number | undefined>> = {
  /** Whether it starts in memory. */
  runs: ({ verdict }) => Number(verdict.feasible),
  /** Tokens a second that one request can get at most: its weights are read once for each. */
  bandwidthRate: ({ figures: { hbmBandwidth, weightBytes } }) =>
    hbmBandwidth === undefined || weightBytes === undefined ? undefined : hbmBandwidth / weightBytes,
  /** The share of the paid time that a plan which was sized for its traffic serves. */
  utilisation: ({ operation }) => operation?.patch.utilisation,
  apiToken: (_, plan) => apiRows(plan, undefined)[0]?.cost,
  apiMonth: (_, plan) => apiRows(plan, undefined)[0]?.month ?? undefined,
};

/** The scenarios of a claim as the planner reads them. Throws with the field of one that cannot be read. */
export function scenariosOf({ id, scenarios }: Pick<Claim, "id" | "scenarios">): Record<string, Scenario> {
  return Object.fromEntries(
    Object.entries(scenarios).map(([name, input]) => {
      const reading = parseScenario({ name, ...input });
      if (reading.ok) return [name, reading.scenario];
      throw new Error(
        `${id}, "${name}": ${reading.errors.map(({ path, message }) => `${path}: ${message}`).join("; ")}`,
      );
    }),
  );
}

/** Whose figure it is: an option's, or a topology's. */
type Whose = { readonly option: number; readonly topology?: number | undefined };

function figureOf(plan: Estimate, { option, topology }: Whose, figure: string): number | undefined {
  if (topology !== undefined) {
    if (!fleetQuantities.has(figure)) throw new Error(`topologies have no figure "${figure}"`);
    return plan.topologies?.[topology]?.figures[figure as TopologyFigureId];
  }
  const found = plan.options[option];
  if (!found) throw new Error(`there is no option ${option}`);
  const other = OTHERS[figure];
  if (other) return other(found, plan);
  if (!quantities.has(figure)) throw new Error(`there is no figure "${figure}"`);
  return found.figures[figure as FigureId];
}

/** What a case comes to in its own unit; undefined where the plan has no such figure, because it does not run. */
export function measured(each: ClaimCase, plans: Readonly<Record<string, Estimate>>): number | undefined {
  const { scenario, figure, over, as, times, unit } = each;
  const value = figureOf(plans[scenario] as Estimate, each, figure);
  if (value === undefined) return undefined;
  const factor = times?.by ?? 1;
  if (!over) return (value / parseUnit(unit).factor) * factor;
  const base = figureOf(plans[over.scenario ?? scenario] as Estimate, over, over.figure ?? figure);
  if (base === undefined || base === 0) return undefined;
  const ratio = value / base;
  return (as === "saving" ? 1 - ratio : ratio) * factor;
}

const MEANS = { simulate: false };

/** Every scenario of a claim answered at its means, its topologies too. */
export const plansOf = (
  claim: Pick<Claim, "id" | "scenarios">,
  lookup: (scenario: Scenario) => Lookup,
): Record<string, Estimate> =>
  Object.fromEntries(
    Object.entries(scenariosOf(claim)).map(([name, scenario]) => [
      name,
      {
        ...answer(scenario, lookup(scenario), MEANS),
        topologies: topologies(scenario, lookup(scenario), MEANS),
      },
    ]),
  );
