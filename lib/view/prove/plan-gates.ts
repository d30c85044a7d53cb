import { parameters } from "@/lib/catalog/count/model";
import type { Estimate, FigureId, Lookup, OptionEstimate } from "@/lib/engine";
import type { Expected, Gate } from "@/lib/measure/gate";
import { gatesOf, type PromisedTime } from "@/lib/measure/gates";
import { measuredAt } from "@/lib/measure/measured-at";
import { atOperation, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { type Goal, goalText, meanFigure, shownGoals, statisticOf, timeOf } from "../goals";

const UNITS: Readonly<Record<Goal, string>> = { ttft: "s", tpot: "s/tok", answer: "s" };

/** The gates of one option, with what the person's own measurements at its load say; none where it does not run. */
export function planGates(estimate: Estimate, index: number, lookup: Lookup): Gate[] {
  const option = estimate.options[index];
  const { scenario } = estimate;
  if (!option?.verdict.feasible) return [];
  const asked = planOf(scenario, index);
  const plan = option.operation ? atOperation(asked, option.operation.patch) : asked;
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
  const output = measured.outputRate;
  return gatesOf({
    inFlight: Math.ceil(plan.workload.batch),
    capacity: figures.batchCapacity,
    times: promisedTimes(option, scenario, measured),
    outputRate: {
      needed: demand ? (demand.peak * plan.workload.outputTokens) / replicas : undefined,
      // What is needed is asked of the most that keeps the goals, of which the plan's own load is a part.
      expected: rate && scaled(rate, (goodRate ?? rate.value / replicas) / rate.value),
      measured: output,
    },
    cost: {
      expected: expectedOf(option, "costPerToken"),
      measured:
        output === undefined || figures.costPerToken === undefined || rate === undefined
          ? undefined
          : (figures.costPerToken * rate.value) / (output * replicas),
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

/** The times that the plan promises; TTFT and TPOT always, the whole answer where it has a goal. */
function promisedTimes(
  option: OptionEstimate,
  scenario: Scenario,
  measured: ReturnType<typeof measuredAt>,
): PromisedTime[] {
  return shownGoals(scenario).flatMap((goal) => {
    const at = statisticOf(scenario, goal);
    const value = timeOf(option, goal, at);
    const mean = expectedOf(option, meanFigure[goal]);
    if (!mean) return [];
    const limit = scenario.goals[goal];
    const seen = measured[goal];
    return [
      {
        id: goal,
        name: capital(goalText(goal, at)),
        unit: UNITS[goal],
        goal: limit,
        // A percentile that nobody simulated is not known.
        expected: value === undefined ? undefined : scaled(mean, value / mean.value),
        // A mean over the limit misses a percentile's gate too; one under it does not keep it.
        measured:
          at === "mean" || (seen !== undefined && limit !== undefined && seen > limit) ? seen : undefined,
      },
    ];
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
