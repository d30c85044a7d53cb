import { parameters } from "@/lib/catalog/count/model";
import type { Estimate, FigureId, Lookup, OptionEstimate } from "@/lib/engine";
import type { Expected, Gate } from "@/lib/measure/gate";
import { gatesOf, type PromisedTime } from "@/lib/measure/gates";
import { measuredAt } from "@/lib/measure/measured-at";
import { ownLoad } from "@/lib/measure/points";
import type { Scenario } from "@/lib/scenario/schema";
import { type Goal, isAsked, meanFigure, shownGoals, statisticOf } from "../goals";
import { inSentence } from "../in-sentence";
import { simulatedInterval, simulatedOf } from "../simulated-range";
import { simulatedText } from "../simulated-time";
import { runningPlan } from "./to-serve";

const UNITS: Readonly<Record<Goal, string>> = { ttft: "s", tpot: "s/tok", answer: "s" };

/** The gates of one option, with what the person's own measurements at its load say; none where it does not run. */
export function planGates(estimate: Estimate, index: number, lookup: Lookup): Gate[] {
  const { scenario } = estimate;
  const running = runningPlan(estimate, index);
  if (!running) return [];
  const { option, plan } = running;
  const { figures, operation } = option;
  const replicas = operation?.replicas ?? plan.option.replicas ?? 1;
  const measured = measuredAt(scenario.measurements ?? [], plan, {
    model: lookup.model,
    accelerator: lookup.accelerator,
    format: lookup.format,
    parameters,
  });
  const weights = lookup.format(plan.serving.weights);
  const rate = expectedOf(option, "outputRate");
  const demand = operation?.demand;
  const goodRate = demand && operation && operation.goodRate * plan.workload.outputTokens;
  const output = demand ? measured.goodOutputRate : measured.outputRate;
  // What is needed is asked of the most that keeps the goals, of which the plan's own load is a part.
  const expected = rate && scaled(rate, (goodRate ?? rate.value / replicas) / rate.value);
  const inFlight = ownLoad(plan.workload.batch);
  return gatesOf({
    inFlight,
    capacity: figures.batchCapacity,
    times: promisedTimes(estimate, option, measured),
    benchmarked: isAsked(scenario) ? benchmarked(option, scenario, inFlight, measured) : [],
    outputRate: {
      needed: demand ? (demand.peak * plan.workload.outputTokens) / replicas : undefined,
      expected,
      measured: output,
    },
    cost: {
      expected: expectedOf(option, "costPerToken"),
      measured:
        output === undefined || figures.costPerToken === undefined || expected === undefined
          ? undefined
          : (figures.costPerToken * expected.value) / output,
    },
    accuracy: {
      floor: scenario.goals.accuracy,
      lost: weights?.bits === 16 ? 0 : weights?.loss?.high,
      format: weights?.name ?? plan.serving.weights,
    },
    replicas,
    headroom: scenario.goals.headroom,
  });
}

const scaled = ({ value, low, high }: Expected, factor: number): Expected => ({
  value: value * factor,
  low: low === undefined ? undefined : low * factor,
  high: high === undefined ? undefined : high * factor,
});

function expectedOf({ figures, ranges }: OptionEstimate, id: FigureId): Expected | undefined {
  const value = figures[id];
  return value === undefined ? undefined : { value, low: ranges[id]?.low, high: ranges[id]?.high };
}

type Measured = ReturnType<typeof measuredAt>;

/**
 * The times that the plan promises, under the load that it is for and with the ranges that the board has; TTFT and TPOT
 * always, the whole answer where it has a goal. Requests that come by chance wait otherwise than those of a benchmark, whose
 * measured means therefore say nothing of them.
 */
function promisedTimes(estimate: Estimate, option: OptionEstimate, measured: Measured): PromisedTime[] {
  const { scenario } = estimate;
  const load = inSentence(simulatedOf(estimate, option));
  return shownGoals(scenario).map((goal) => {
    const at = statisticOf(scenario, goal);
    const limit = scenario.goals[goal];
    const seen = isAsked(scenario) ? undefined : measured[goal];
    const simulated = simulatedInterval(option, goal, at);
    // Without an operating point the formulas' mean is the time; a percentile that nobody simulated is not known.
    const counted = option.operation || at !== "mean" ? undefined : expectedOf(option, meanFigure[goal]);
    return {
      id: goal,
      name: simulatedText(goal, at),
      load,
      unit: UNITS[goal],
      goal: limit,
      expected: simulated ?? counted,
      // A mean over the limit misses a percentile's gate too; one under it does not keep it.
      measured:
        at === "mean" || (seen !== undefined && limit !== undefined && seen > limit) ? seen : undefined,
    };
  });
}

/** What a benchmark finds of one replica at the load of the busiest hour: means, of as many in flight at all times. */
const benchmarked = (
  option: OptionEstimate,
  scenario: Scenario,
  inFlight: number,
  measured: Measured,
): PromisedTime[] =>
  shownGoals(scenario).map((goal) => ({
    id: goal,
    name: simulatedText(goal, "mean"),
    load: `of a benchmark with ${inFlight} in flight`,
    unit: UNITS[goal],
    goal: undefined,
    expected: expectedOf(option, meanFigure[goal]),
    measured: measured[goal],
  }));
