import { type Estimate, estimate, type Lookup } from "@/lib/engine";
import { type BreakEven, type BreakEvenCases, breakEven, breakEvenCases, project } from "@/lib/money";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { type Plan, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { moneyText } from "../currency";
import { operatingScenario } from "../operating";
import { percent } from "../percent";

/** When buying an option's machines has paid for itself, as planned and over the ranges; months are counted from one. */
export interface RentOrBuy extends BreakEven {
  readonly cases: BreakEvenCases;
  readonly months: number;
}

/**
 * An option rented and owned over the same months: when buying has paid for itself. Undefined where either cannot be
 * projected, because no price, no purchase price or no electricity is known.
 */
export function rentOrBuy(
  answered: Estimate,
  index: number,
  lookup: Lookup,
  requests: number,
): RentOrBuy | undefined {
  // Both serve at the operating point that was found for the one that is planned.
  const scenario = operatingScenario(answered);
  const option = scenario.options[index];
  if (!option) return undefined;
  const { pricePerHour, offer, ...unpriced } = option;
  const isOwned = planOf(scenario, index).finance.hardware === "owned";
  // An owner's hour is no rent, and a rented hour no owner's.
  const rent = isOwned ? unpriced : { ...unpriced, pricePerHour, offer };
  const both: Scenario = {
    ...scenario,
    options: [
      { ...rent, hardware: "rented" },
      { ...unpriced, hardware: "owned" },
    ],
  };
  const { options } = estimate(both, lookup);
  // Sized as the one that is planned, in each month too.
  const operation = answered.options[index]?.operation;
  const sized = operation ? options.map((each) => ({ ...each, operation })) : options;
  const [rented, owned] = project({ ...answered, scenario: both, options: sized }, requests);
  const [rentedOption, ownedOption] = sized;
  if (typeof rented !== "object" || typeof owned !== "object" || !rentedOption || !ownedOption)
    return undefined;
  if (owned.given.ownedFleet === 0) return undefined;
  return {
    ...breakEven(rented, owned),
    cases: breakEvenCases(
      { projection: rented, option: rentedOption, plan: planOf(both, 0) },
      { projection: owned, option: ownedOption, plan: planOf(both, 1) },
    ),
    months: rented.months.length,
  };
}

const OWNING = [
  ["serverShare", "server and network"],
  ["hosting", "hosting"],
  ["staff", "staff"],
  ["upkeep", "upkeep"],
] as const;

/** What owning costs beside the machines and their power, and nobody said: a comparison without it flatters buying. */
export const uncounted = ({ money }: Plan): string[] =>
  OWNING.filter(([key]) => money[key] === undefined).map(([, label]) => label);

/** A comparison of each option; what its owning leaves out. */
export const rentOrBuyEach = (estimate: Estimate, lookup: Lookup, requests: number) =>
  estimate.options.map((_, index) => ({
    found: rentOrBuy(estimate, index, lookup, requests),
    uncounted: uncounted(planOf(estimate.scenario, index)),
  }));

/** The month, counted from one, in which it happens. */
export const monthIn = (month: number): number => Math.max(1, Math.ceil(month));

/** Whether and when buying pays, and how sure that is, in one sentence or two. */
export function rentOrBuyText(found: RentOrBuy, currency: PlanCurrency | undefined): string {
  const { month, saved, yearlyReturn } = found;
  const rate = yearlyReturn === undefined ? "" : `, a return of ${percent(yearlyReturn, 0)} a year`;
  const end = `${savedText(saved, currency)}${savedRange(found, currency)}`;
  return month === undefined
    ? `buying does not pay for itself within these months${monthRange(found)}; with what machines are then worth it ${end}.`
    : `buying pays for itself in month ${monthIn(month)}${monthRange(found)}; at the end, with what machines are then worth, it ${end}${rate}.`;
}

const savedText = (saved: number, currency: PlanCurrency | undefined) => {
  const { number } = moneyText(Math.abs(saved), "USD", currency);
  return saved < 0 ? `costs ${number} more` : `saves ${number}`;
};

/** The range of the month; how many cases never get there, where that is one in ten or more. */
function monthRange({ month, months, cases }: RentOrBuy): string {
  const {
    month: [low, high],
    paying,
    basis,
  } = cases;
  if (basis.length === 0) return "";
  const cent = percent(1 - paying, 0);
  if (low === undefined)
    return paying === 0
      ? ` (in no case of the ranges: not within ${months} months)`
      : ` (${month === undefined ? "nor" : "not"} in ${cent} of the cases of the ranges)`;
  if (high === undefined)
    return ` (80 % range: from month ${monthIn(low)} on; in ${cent} of the cases not within ${months} months)`;
  return month === undefined || monthIn(low) !== monthIn(high)
    ? ` (80 % range: month ${monthIn(low)} to ${monthIn(high)})`
    : " (the same month over the 80 % range)";
}

function savedRange({ cases: { saved, basis } }: RentOrBuy, currency: PlanCurrency | undefined): string {
  if (basis.length === 0) return "";
  const [low, high] = saved;
  const end = (size: number) => moneyText(size, "USD", currency).number;
  return low < 0 && high > 0
    ? ` (80 % range: from costing ${end(-low)} more to saving ${end(high)})`
    : ` (80 % range: ${end(Math.min(Math.abs(low), Math.abs(high)))} to ${end(Math.max(Math.abs(low), Math.abs(high)))})`;
}
