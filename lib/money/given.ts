import {
  type FigureId,
  type Figures,
  type OptionEstimate,
  type QuantityId,
  type SizedBy,
  sizedBy,
} from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import { knobValues } from "./knobs";
import type { InputId } from "./quantities";

/** Values of the projection's inputs that hold for all months. */
export type Given = Readonly<Record<Exclude<InputId, "month" | "season">, number>>;

/** By definition: what counts before the first month is said. */
const FIRST = 1;

/**
 * What an option's projection is given, from its estimate and its plan; why there is none where something is not
 * known. Rates are of one accelerator; a commitment and everything else is at the price of the first month.
 */
export function givenOf(
  { figures, verdict, origin, operation }: OptionEstimate,
  plan: Plan,
  requests: number,
  sized = sizedBy(operation, plan.goals.spare),
): Given | string {
  const { money, workload, finance, option } = plan;
  const { acceleratorCount: count, monthlyRequests, acceleratorPrice } = figures;
  if (!verdict.feasible || count === undefined || monthlyRequests === undefined)
    return "It does not run as planned";
  if (acceleratorPrice === undefined) return "No price is known";
  const owned = finance.hardware === "owned";
  const bought = origin.price.kind === "purchase";
  if (owned && (figures.monthlyElectricity === undefined || figures.monthlyEnergy === undefined))
    return "What its machines draw, or what electricity costs there, is not known";
  return {
    ...fromFigures(figures),
    ...knobValues(plan),
    baseRequests: requests,
    readTokens: workload.inputTokens,
    writtenTokens: workload.outputTokens,
    planReplicas: option.replicas ?? 1,
    ...sizingOf(sized, option.replicas ?? 1),
    plannedUtilisation: finance.utilisation,
    committedFleetShare: owned ? 0 : (money.committedShare ?? 0),
    committedFrom: (money.committedFrom ?? FIRST) - 1,
    ownedFleet: Number(bought),
    unitResidual: money.residual ?? 0,
    electricityShare: Number(owned),
  };
}

/** By judgement: from where on sizing counts a replica more, and from where on the months surely do (see `slack`). */
const BEYOND = { sized: 1e-6, months: 2e-3 };

/** How the plan was sized; where that is not known each of its replicas serves as planned. */
function sizingOf(sized: SizedBy | undefined, replicas: number) {
  if (!sized) return { planNeed: replicas, planSpare: 0, planNode: 0 };
  const { need, node, spare } = sized;
  const whole = Math.floor(need);
  const beyond = need - whole;
  const isMore = whole > 0 && beyond > BEYOND.sized && beyond < BEYOND.months;
  return { planNeed: isMore ? whole + BEYOND.months : need, planSpare: spare, planNode: node };
}

/** The inputs that are figures of the option's estimate, by the figure's name; zero where there is no such figure. */
export const FIGURES = {
  plannedAccelerators: "acceleratorCount",
  planRequests: "monthlyRequests",
  planDrawn: "drawnPower",
  planIdle: "idlePower",
  planPrice: "acceleratorPrice",
  planNetHour: "netHour",
  planCommittedHour: "committedHour",
  planSpotHour: "spotHour",
  planOnDemandHour: "onDemandHour",
  planCapitalHour: "capitalHour",
  planEnergy: "monthlyEnergy",
  planElectricity: "monthlyElectricity",
  planEmissions: "monthlyEmissions",
  unitOutlay: "outlay",
  unitLife: "lifeMonths",
} as const satisfies Partial<Record<InputId, FigureId>>;

/** Inputs that the plan itself says: as a figure of its estimate, or as an input of the engine. */
export const LINKS: Readonly<Partial<Record<InputId, QuantityId>>> = {
  ...FIGURES,
  plannedUtilisation: "utilisation",
  planReplicas: "replicas",
  readTokens: "turnTokens",
  writtenTokens: "outputTokens",
  committedFleetShare: "committedShare",
  unitResidual: "residualShare",
  ownedFleet: "bought",
};

/** A machine that is not bought is never replaced; its life is never read. */
const NO_LIFE = 1;

function fromFigures(figures: Figures): Record<keyof typeof FIGURES, number> {
  const entries = Object.entries(FIGURES).map(([id, figure]) => [
    id,
    figures[figure] ?? (id === "unitLife" ? NO_LIFE : 0),
  ]);
  return Object.fromEntries(entries);
}
