import type { Estimate, OptionEstimate, SizedBy } from "@/lib/engine";
import { Image, type Quantity } from "@/lib/formula";
import { atOperation, type Plan, planOf } from "@/lib/scenario/plan";
import { type Given, givenOf } from "./given";
import { type Month, monthsOf } from "./months";
import { type InputId, inputOf, type MonthlyId, program, quantityOf, ROW } from "./quantities";

/** One option over the months. */
export interface Projection {
  readonly months: readonly Month[];
  readonly given: Given;
  /** A quantity of a month, in base units. */
  readonly monthly: (id: MonthlyId, month: number) => number;
  /** Any quantity of the projection, an input too; in a month where it has one value per month. */
  readonly value: (quantity: Quantity, month: number) => number;
  /** A quantity of the whole. */
  readonly total: (id: MonthlyId) => number;
}

/** Evaluates the formulas for these months; the values are read while the projection is kept. */
export function projectionOf(given: Given, months: readonly Month[]): Projection {
  const image = new Image(
    program,
    months.map(() => ROW),
  );
  for (const [id, value] of Object.entries(given)) image.set(inputOf(id as InputId), value);
  for (const { index, season } of months) {
    image.set(inputOf("month"), index, index);
    image.set(inputOf("season"), season, index);
  }
  image.run(0);
  return {
    months,
    given,
    value: (quantity, row) => image.value(quantity, { row }),
    monthly: (id, row) => image.value(quantityOf(id), { row }),
    total: (id) => image.value(quantityOf(id)),
  };
}

/** The projection of a plan whose estimate is known, or why there is none. */
export function projectPlan(
  option: OptionEstimate,
  plan: Plan,
  requests: number,
  sized?: SizedBy,
): Projection | string {
  const { operation } = option;
  // A plan that was sized for its traffic has the replicas and the utilisation that were found.
  const given = givenOf(option, operation ? atOperation(plan, operation.patch) : plan, requests, sized);
  return typeof given === "string" ? given : projectionOf(given, monthsOf(plan.money));
}

/** The plan of an option at the operating point that its traffic needs, where one was found. */
export function operatingPlan({ scenario, options }: Estimate, index: number): Plan {
  const plan = planOf(scenario, index);
  const patch = options[index]?.operation?.patch;
  return patch ? atOperation(plan, patch) : plan;
}

/** The projection of each option on the same demand, or why an option has none. */
export const project = (estimate: Estimate, requests: number): (Projection | string)[] =>
  estimate.options.map((option, index) => projectPlan(option, operatingPlan(estimate, index), requests));
