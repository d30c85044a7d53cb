import { answer, type Estimate, headlines, type Lookup } from "@/lib/engine";
import {
  baseDemand,
  casesOf,
  operatingPlan,
  type Projection,
  project,
  projectTopology,
  quantities,
  topologyMonthQuantities,
} from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { daysOf } from "@/lib/view/fleet-day";
import { rentOrBuy } from "@/lib/view/money/rent-or-buy";
import { type Leaf, leavesOf } from "./sums";

/** What is told of a plan: its first option's figures by name, and every value of all that is kept or shown of it. */
interface Told {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly leaves: readonly Leaf[];
}

/** Everything that a saved plan keeps of its result, and what its page makes of that: days, and months where they are asked for. */
export function toldOf(scenario: Scenario, lookup: Lookup): Told {
  const estimate = answer(scenario, lookup);
  const { options, apis, topologies } = estimate;
  const days = options.map(({ operation, figures }) => operation && daysOf(scenario, operation, figures));
  return {
    figures: headed(options[0] as Estimate["options"][number]),
    leaves: [
      // What a plan is given is no result of it.
      ...options.flatMap(({ option, accelerator, model, origin, ...found }, index) =>
        Object.entries(found).flatMap(([part, of]) => leavesOf(part, of, index)),
      ),
      ...leavesOf("apis", apis),
      ...leavesOf("topologies", topologies),
      ...leavesOf("days", days),
      ...(scenario.money.months === undefined ? [] : monthly(estimate, lookup)),
    ],
  };
}

/** The first option's headline figures, low ends, memory, goodput, percentiles and verdict: what moved is then said by name. */
function headed(option: Estimate["options"][number]): Told["figures"] {
  const { figures, ranges, memory, goodput, operation, verdict, binding } = option;
  return {
    verdict: verdict.feasible ? `runs, bound by ${binding}` : verdict.reason,
    ...Object.fromEntries(
      headlines.flatMap(({ id }) => (figures[id] === undefined ? [] : [[id, figures[id]]])),
    ),
    ...Object.fromEntries(Object.entries(ranges).map(([id, { low }]) => [`${id}, low`, low])),
    ...Object.fromEntries(memory.map(({ part, bytes }) => [`memory, ${part}`, bytes])),
    ...(goodput ? { "goodput, batch": goodput.batch, "goodput, rate": goodput.outputRate } : {}),
    ...(operation ? { "sized, replicas": operation.replicas, "sized, good rate": operation.goodRate } : {}),
    ...Object.fromEntries(
      Object.entries(operation?.percentiles ?? {}).flatMap(([time, of]) =>
        Object.entries(of).map(([statistic, { value }]) => [`${statistic} of ${time}`, value]),
      ),
    ),
  };
}

/** The months of all options and topologies, their cases, and renting against buying. */
function monthly(estimate: Estimate, lookup: Lookup): Leaf[] {
  const { options, scenario, topologies = [] } = estimate;
  const requests = baseDemand(estimate, 0)?.requests ?? Number.NaN;
  return project(estimate, requests)
    .flatMap((projection, index) => {
      const option = options[index];
      if (typeof projection === "string" || !option) return [];
      return [
        ...leavesOf("months", valuesOf(quantities, projection), index),
        ...leavesOf("cases", casesOf(projection, option, operatingPlan(estimate, index)), index),
        ...leavesOf("buying", rentOrBuy(estimate, index, lookup, requests), index),
      ];
    })
    .concat(
      topologies.flatMap((topology, index) => {
        const projection = projectTopology(scenario, topology, lookup);
        return typeof projection === "string"
          ? []
          : leavesOf("topologies' months", valuesOf(topologyMonthQuantities, projection), index);
      }),
    );
}

/** Every quantity of a projection, month by month where it has one value for each. */
const valuesOf = (
  all: typeof quantities,
  { months, value }: Pick<Projection, "months" | "value">,
): Record<string, readonly number[]> =>
  Object.fromEntries(
    [...all.values()].map((each) => [
      each.id,
      each.scope.row ? months.map(({ index }) => value(each, index)) : [value(each, 0)],
    ]),
  );
