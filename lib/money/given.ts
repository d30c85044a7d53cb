import type { OptionEstimate } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import type { Money } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";
import type { InputId } from "./quantities";

/** Values of the projection's inputs that hold for all months. */
export type Given = Readonly<Record<Exclude<InputId, "month" | "season">, number>>;

/** By judgement: what counts where a person says nothing, as the fields say. */
const DISCOUNT_RATE = 0.08;
const COMMITTED_MONTHS = 36;
const PER_MILLION = 1 / parseUnit("Mtok").factor;
/** By definition: what counts before the first month is said. */
const FIRST = 1;

/**
 * What an option's projection is given, from its estimate and its plan; why there is none where something is not
 * known. Rates are of one accelerator; a commitment and everything else is at the price of the first month.
 */
export function givenOf(
  { figures, verdict, origin, option }: OptionEstimate,
  { money, workload, finance }: Plan,
  requests: number,
): Given | string {
  const { acceleratorCount: count, monthlyRequests, acceleratorPrice } = figures;
  if (!verdict.feasible || count === undefined || monthlyRequests === undefined)
    return "It does not run as planned";
  if (acceleratorPrice === undefined) return "No price is known";
  const owned = finance.hardware === "owned";
  const bought = origin.price.kind === "purchase";
  if (owned && (figures.monthlyElectricity === undefined || figures.monthlyEnergy === undefined))
    return "What its machines draw, or what electricity costs there, is not known";
  const replicas = option.replicas ?? 1;
  const share = owned ? 0 : (money.committedShare ?? 0);
  const flexible = (figures.spotHour ?? 0) + (figures.onDemandHour ?? 0);
  return {
    baseRequests: requests,
    ...trafficOf(money),
    tokensPerRequest: workload.inputTokens + workload.outputTokens,
    replicaRequests: monthlyRequests / replicas,
    replicaAccelerators: count / replicas,
    plannedAccelerators: count,
    plannedUtilisation: finance.utilisation,
    servingPower: (figures.drawnPower ?? 0) / count,
    waitingPower: (figures.idlePower ?? 0) / count,
    yearlyDecline: money.priceDecline ?? 0,
    committedFleetShare: share,
    committedRate: share > 0 ? (figures.committedHour ?? 0) / share : 0,
    flexibleRate: owned ? acceleratorPrice : share < 1 ? flexible / (1 - share) : (figures.netHour ?? 0),
    committedFrom: (money.committedFrom ?? FIRST) - 1,
    committedMonths: money.committedMonths ?? COMMITTED_MONTHS,
    upfrontShare: money.upfrontShare ?? 0,
    ownedFleet: Number(bought),
    unitOutlay: figures.outlay ?? 0,
    unitResidual: money.residual ?? 0,
    unitLife: figures.lifeMonths ?? 1,
    runningRate: bought ? acceleratorPrice - (figures.capitalHour ?? 0) : 0,
    electricityShare: Number(owned),
    electricityFactor: ratio(figures.monthlyElectricity, figures.monthlyEnergy),
    carbonFactor: ratio(figures.monthlyEmissions, figures.monthlyEnergy),
    discountRate: money.discountRate ?? DISCOUNT_RATE,
    budget: money.budget ?? 0,
    tokenPrice: (money.tokenPrice ?? 0) * PER_MILLION,
  };
}

const trafficOf = (money: Money) => ({ yearlyGrowth: money.growth ?? 0, rampMonths: money.ramp ?? 0 });

const ratio = (above: number | undefined, below: number | undefined): number =>
  above === undefined || below === undefined || below === 0 ? 0 : above / below;
