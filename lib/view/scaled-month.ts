import type { Day } from "@/lib/catalog/schema";
import type { Estimate, OptionEstimate } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { grouped } from "@/lib/units";
import { moneyText } from "./currency";
import { daysOf } from "./fleet-day";
import { goalIds, type Statistic, statisticOf } from "./goals";
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
  const fixed = figures?.monthlyCost;
  const days = operation && figures && daysOf(scenario, operation, figures, day);
  if (!days || fixed === undefined) return undefined;
  const { finance, money } = planOf(scenario, index);
  const owned = finance.hardware === "owned";
  const { replicas } = operation;
  const { daysPerWeek } = traffic;
  const committed = replicas * (money.committedShare ?? 0);
  const beyond = (running: number) => Math.max(0, running - committed);
  const busy = days.scaled.hours.reduce((sum, hour) => sum + beyond(hour.replicas), 0);
  const idle = HOURS * beyond(days.idle);
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

/** What such a month comes to, how it lies to the fixed fleet's, and whom it keeps waiting: "$56,000 (−78 %), 0.3 % of requests late". */
function monthText({ month, fixed, late }: ScaledMonth, { goals, currency }: Scenario): string {
  const change = month / fixed - 1;
  const cost = `${moneyText(month, "USD", currency).number}${Math.abs(change) < WORTH ? "" : ` (${changeText(change)})`}`;
  const left = Math.min(...goalIds.map((goal) => LEFT[statisticOf({ goals }, goal)]));
  const tooMany = late > left ? `, more than the ${percent(left, 0)} that a goal leaves` : "";
  return `${cost}, ${percent(late, 1)} of requests late${tooMany}`;
}

/** By definition: the share of requests that a goal at a percentile says nothing of. A mean leaves no share. */
const LEFT: Readonly<Record<Statistic, number>> = { mean: 1, p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01 };

/** An option's month where replicas follow the load, by the option's name. */
export type NamedMonth = ScaledMonth & { readonly name: string };

/**
 * The same in sentences: of the option that is meant, of those that it is compared with, and that all other figures are of a
 * fixed fleet; with how to come to it.
 */
export function scaledText(
  [meant, ...others]: readonly [NamedMonth, ...NamedMonth[]],
  scenario: Scenario,
): string {
  const fixed = `${grouped(meant.replicas)} replicas around the clock`;
  if (meant.owned)
    return `The month is of ${fixed}: bought machines cost as much where replicas follow the load, but for the power that they save.`;
  const { scaleTarget } = scenario.traffic;
  const target = scaleTarget === undefined ? "" : ` at ${percent(scaleTarget, 0)} of what each carries`;
  const cheapest = Math.min(...[meant, ...others].map(({ month }) => month));
  const compared = others.map((other) => {
    const cost = moneyText(other.month, "USD", scenario.currency).number;
    return `${other.name} ${cost}${other.month === cheapest ? ", then the cheapest" : ""}`;
  });
  const saves = meant.month < meant.fixed * (1 - WORTH);
  return [
    `With replicas that follow the load${target} a month costs ${monthText(meant, scenario)}${compared.length > 0 ? `; ${compared.join("; ")}` : ""}.`,
    others.length > 0
      ? `All else here, the ranking too, pays for fixed fleets: this one for ${fixed}.`
      : `All else here, the months to come too, pays for ${fixed}.`,
    saves ? "Traffic shows the day." : "It saves nothing: Traffic shows the day.",
  ].join(" ");
}

/** What keeps such a month from being known of an option that is sized; undefined where it is known, or nothing scales. */
export const unknownMonth = ({ operation, figures, verdict }: OptionEstimate): string | undefined =>
  verdict.feasible && operation?.demand && figures.coldStart === undefined
    ? "How long a replica takes to start on this engine is not known, so what following the load would cost is not either: Engine start says it. All figures pay for a fixed fleet."
    : undefined;
