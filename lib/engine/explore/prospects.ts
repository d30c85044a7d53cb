import type { Option } from "@/lib/scenario";
import type { Deployment } from "../deployment";
import * as q from "../inputs";
import { layoutOf } from "../layout";
import { linkFor } from "../link";
import { ownedWithoutPower, priceOrigin } from "../price";
import { resolve } from "../resolve";
import { isRefused } from "../verdict";
import { type BestCase, bestRates, boundOf, type Rates } from "./bounds";
import type { Combination, Exploration } from "./exploration";
import { priceOfSecond } from "./paid";
import { runsTogether, type Slice, type Split, splitsOf } from "./space";
import type { Counter, Reason } from "./tally";

/** A layout with formats and a server that runs on a chip, and what it cannot beat. Nothing of it is evaluated yet. */
export interface Prospect {
  readonly option: Option;
  /** Accelerators of a replica, and what a second of them costs, USD/s. */
  readonly accelerators: number;
  readonly price: number;
  /** Batches worth trying: up to what the memory holds. */
  readonly batches: readonly number[];
  /** Tokens of a request, read and written. */
  readonly tokens: number;
  readonly bound: BestCase;
  /** Least cost of any batch. */
  readonly cost: number;
}

const WHOLE: Split = { tp: 1, pp: 1, dp: 1, ep: 1 };

/** What of a slice is left once price, format, layout, links and memory have had their say; the most promising first. */
export function prospectsOf(
  question: Exploration,
  { candidate, weights }: Slice,
  counter: Counter,
): Prospect[] {
  const { space, lookup } = question;
  const combinations = space.engines.flatMap((engine) =>
    space.caches.map((cache): Combination => ({ candidate, weights, cache, engine, split: WHOLE })),
  );
  const chip = lookup.accelerator(candidate.accelerator);
  const format = lookup.format(weights);
  if (!chip || !format) throw new Error(`the catalog lacks ${candidate.accelerator} or ${weights}`);
  const found = combinations
    .filter(({ engine }) => runsTogether(engine, format, chip))
    .flatMap((combination) => inLayouts(question, combination, counter));
  return found.sort((a, b) => a.cost - b.cost);
}

function inLayouts(question: Exploration, combination: Combination, counter: Counter): Prospect[] {
  const { space, lookup } = question;
  const plan = question.plan(question.option(combination));
  const model = lookup.model(plan.workload.model);
  const splits = model ? space.counts.flatMap((count) => splitsOf(model, count)) : [];
  const ruleOut = (reason: Reason, which: readonly Split[]) =>
    counter.ruleOut(reason, which.length * space.batches.length);
  const whole = resolve(plan, lookup);
  if (isRefused(whole)) {
    ruleOut(whole.reason === "format" || whole.reason === "accuracy" ? whole.reason : "link", splits);
    return [];
  }
  if (whole.notes.some(({ code }) => code === "foreign-stack")) return [];
  if (priceOrigin(whole.plan, lookup).kind === "unknown" || ownedWithoutPower(whole)) {
    ruleOut("price", splits);
    return [];
  }
  const chip: Chip = { whole, price: priceOfSecond(whole), rates: bestRates(whole) };
  const prospects = splits.map((split) => inLayout(question, { ...combination, split }, chip, counter));
  return prospects.flatMap((each) => each ?? []);
}

/** A chip with formats and a server: the deployment on one of it, what a second of it costs (USD/s), its best rates. */
interface Chip {
  readonly whole: Deployment;
  readonly price: number;
  readonly rates: Rates;
}

function inLayout(
  question: Exploration,
  combination: Combination,
  { whole, price, rates }: Chip,
  counter: Counter,
): Prospect | undefined {
  const { lookup, space } = question;
  const { split } = combination;
  const option = question.option(combination);
  const { model, accelerator, constants, stack } = whole;
  const every = space.batches.length;
  const refuse = (reason: Reason, count = every) => counter.ruleOut(reason, count);
  const layout = layoutOf(option, model, stack);
  if (isRefused(layout)) return void refuse("layout");
  const link = linkFor(accelerator, layout, constants, stack.linkLatency, lookup);
  if (isRefused(link)) return void refuse("link");
  const deployment = { ...whole, plan: { ...whole.plan, option }, layout, link };
  const batches = question.batches(split);
  refuse("ranks", every - batches.length);
  const reference = question.reference(deployment);
  if (isRefused(reference)) return void refuse("format", batches.length);
  const capacity = reference.capacity(q.memoryCapacity.value(whole)) * split.dp;
  if (capacity === 0) return void refuse("memory", batches.length);
  const roomy = batches.filter((batch) => batch <= capacity);
  refuse("capacity", batches.length - roomy.length);
  const most = roomy.at(-1);
  if (most === undefined) return undefined;
  const bound = boundOf(reference, rates, split);
  const accelerators = split.tp * split.pp * split.dp;
  const replica = accelerators * price;
  const { tokens } = reference;
  const cost = question.cost(replica, bound.requestRate(most), tokens);
  return { option, accelerators, price: replica, batches: roomy, tokens, bound, cost };
}
