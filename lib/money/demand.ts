import type { Estimate } from "@/lib/engine";
import { parseUnit } from "@/lib/units";

/** What a month asks of every option alike, and where that comes from. */
export interface BaseDemand {
  readonly requests: number;
  readonly basis: string;
}

const MONTH = parseUnit("month").factor;
const BASIS = {
  users: "the plan's users",
  rate: "the plan's request rate",
  requests: "the plan's requests a day",
  tokens: "the plan's tokens a day",
} as const;

/**
 * The requests of a month by the plan's traffic, or, where a batch fixes the load, those that the option at `baseline`
 * serves: the others are asked for as many. Undefined where no option says how many that are. How fast users ask again
 * hangs on how fast they are answered: as the baseline answers them.
 */
export function baseDemand({ scenario, options }: Estimate, baseline: number): BaseDemand | undefined {
  const { load } = scenario.traffic;
  const running = [baseline, ...options.keys()]
    .map((index) => options[index])
    .find((option) => option?.verdict.feasible && option.figures.monthlyRequests !== undefined);
  if (!running) return undefined;
  const { monthlyRequests = 0, meanDemand = 0, busyShare = 0 } = running.figures;
  return load === "batch"
    ? { requests: monthlyRequests, basis: "what the first option serves at its batch" }
    : { requests: meanDemand * busyShare * MONTH, basis: BASIS[load] };
}
