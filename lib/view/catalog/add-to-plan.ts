import { estimate, type Lookup } from "@/lib/engine";
import type { Addition } from "@/lib/scenario/addition";
import { MAX_OPTIONS } from "@/lib/scenario/limits";
import { newOption } from "@/lib/scenario/new-option";
import { offerOf, pricedBy } from "@/lib/scenario/offer";
import { powersOfTwo } from "@/lib/scenario/option-fields";
import type { Option, Scenario } from "@/lib/scenario/schema";

/** As many accelerators as one server has. */
const MOST_TRIED = 8;

/** The plan with what was added, and what happened in a sentence; or why nothing was added. */
export type Added = { ok: true; scenario: Scenario; message: string } | { ok: false; message: string };

/**
 * Adds a record of the catalog to a plan: an accelerator as one more option, in the smallest layout that fits and at the
 * offer's price where one is named; a model as the one that is served, where options that cannot hold it are split
 * further. Everything else stays as it is. The lookup must know the record.
 */
export function addToPlan(scenario: Scenario, addition: Addition, lookup: Lookup): Added {
  return addition.kind === "model"
    ? addModel(scenario, addition.model, lookup)
    : addAccelerator(scenario, addition, lookup);
}

function addModel(scenario: Scenario, model: string, lookup: Lookup): Added {
  const name = lookup.model(model)?.name ?? model;
  if (scenario.workload.model === model) return { ok: false, message: `The plan serves ${name} already.` };
  const changed = { ...scenario, workload: { ...scenario.workload, model } };
  const options = scenario.options.map((option) => {
    // An option with a model of its own goes on with it.
    return option.model !== undefined || fits(changed, option, lookup)
      ? option
      : smallestLayout(changed, option, lookup);
  });
  return { ok: true, scenario: { ...changed, options }, message: `The plan now serves ${name}.` };
}

function addAccelerator(
  scenario: Scenario,
  { accelerator, offer }: Extract<Addition, { kind: "accelerator" }>,
  lookup: Lookup,
): Added {
  const name = lookup.accelerator(accelerator)?.name ?? accelerator;
  const same = (option: Option) =>
    option.accelerator === accelerator && JSON.stringify(offerOf(option)) === JSON.stringify(offer);
  const atListPrice = (option: Option) => offer !== undefined || option.pricePerHour === undefined;
  if (scenario.options.some((option) => same(option) && atListPrice(option))) {
    return { ok: false, message: `The plan has ${name}${offer ? " at this price" : ""} already.` };
  }
  if (scenario.options.length >= MAX_OPTIONS) {
    const message = `The plan has ${MAX_OPTIONS} options already: remove one, then add ${name}.`;
    return { ok: false, message };
  }
  const added: Option = { ...newOption(accelerator), ...(offer ? pricedBy(offer) : {}) };
  const options = [...scenario.options, smallestLayout(scenario, added, lookup)];
  return { ok: true, scenario: { ...scenario, options }, message: `${name} was added to your plan.` };
}

const fits = (scenario: Scenario, option: Option, lookup: Lookup): boolean =>
  estimate({ ...scenario, options: [option] }, lookup).options[0]?.verdict.feasible === true;

/** Where no layout fits, one accelerator is kept: the planner then says why, and what would make it fit. */
function smallestLayout(scenario: Scenario, option: Option, lookup: Lookup): Option {
  const layouts = powersOfTwo.filter((tp) => tp <= MOST_TRIED).map((tp) => ({ ...option, tp }));
  return layouts.find((layout) => fits(scenario, layout, lookup)) ?? { ...option, tp: 1 };
}
