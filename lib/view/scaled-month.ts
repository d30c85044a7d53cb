import type { Day } from "@/lib/catalog/schema";
import { type Estimate, fleetDays } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { planOf } from "@/lib/scenario/plan";
import { grouped } from "@/lib/units";
import { moneyText } from "./currency";
import { changeText, percent } from "./percent";

/** A month of an option whose replicas follow the load, beside the month of as many all day, USD. */
export interface ScaledMonth {
  readonly month: number;
  readonly fixed: number;
  /** Share of requests that come when replicas are too few for the goals. */
  readonly late: number;
  readonly replicas: number;
  /** Whether machines are bought, which stand idle for nothing less. */
  readonly owned: boolean;
}

const HOURS = 24;
const DAYS = 7;

/**
 * What a month comes to where replicas follow the load as the traffic says: its hours over those of as many all day, of all
 * that is paid by the hour. What is committed is paid for in any case and used first; days out of use have the fewest
 * replicas. Undefined where nothing scales, or no price or start time is known. `day` is the published day that the traffic names.
 */
export function scaledMonth(
  { scenario, options }: Pick<Estimate, "scenario" | "options">,
  index: number,
  day?: Day,
): ScaledMonth | undefined {
  const { operation, figures } = options[index] ?? {};
  const { traffic } = scenario;
  const { coldStart, monthlyCost: fixed } = figures ?? {};
  if (!operation || coldStart === undefined || fixed === undefined) return undefined;
  const days = fleetDays(traffic, operation, coldStart, day?.hours);
  if (!days) return undefined;
  const { finance, money } = planOf(scenario, index);
  const owned = finance.hardware === "owned";
  const { replicas } = operation;
  const { leastReplicas = 1, warmReplicas = 0, daysPerWeek } = traffic;
  const committed = replicas * (money.committedShare ?? 0);
  const beyond = (running: number) => Math.max(0, running - committed);
  const busy = days.scaled.hours.reduce((sum, hour) => sum + beyond(hour.replicas), 0);
  const idle = HOURS * beyond(leastReplicas + warmReplicas);
  const flexible = (busy * daysPerWeek + idle * (DAYS - daysPerWeek)) / DAYS;
  const share = committed < replicas ? flexible / HOURS / (replicas - committed) : 0;
  const kept = figures?.monthlyCommitted ?? 0;
  const { late, requests } = days.scaled;
  return {
    month: owned ? fixed : kept + (fixed - kept) * share,
    fixed,
    late: requests > 0 ? late / requests : 0,
    replicas,
    owned,
  };
}

/** By judgement: a difference that is worth a word. */
const WORTH = 0.005;

/** The same in a sentence, with how to come to it. */
export function scaledText(
  { month, fixed, late, replicas, owned }: ScaledMonth,
  { scaleTarget }: Estimate["scenario"]["traffic"],
  currency?: PlanCurrency,
): string {
  const all = `${grouped(replicas)} replicas around the clock`;
  if (owned)
    return `The month is of ${all}: bought machines cost as much where replicas follow the load, but for the power that they save.`;
  const change = month / fixed - 1;
  const lateText = `${percent(late, 1)} of requests late`;
  const cost = `${moneyText(month, "USD", currency).number} a month`;
  if (change > -WORTH)
    return `The month is of ${all}. Replicas that follow the load come to no less: ${cost}, ${lateText}.`;
  const target = scaleTarget === undefined ? "" : ` at ${percent(scaleTarget, 0)} of what a replica carries`;
  return `The month, the bill and the months to come are of ${all}. Replicas that follow the load come to ${cost} (${changeText(change)}), ${lateText}: rent by the hour and without a commitment, and scale${target}; Traffic shows the day.`;
}
