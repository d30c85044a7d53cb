import { anchoredExactly, answerOption, type Estimate, type Lookup, type OptionEstimate } from "@/lib/engine";
import type { Option, Scenario } from "@/lib/scenario/schema";
import { grouped } from "@/lib/units";
import { optionNames } from "../option-name";

/** The measurement that decides which of a plan's two cheapest options is the cheaper. */
export interface Deciding {
  /** Place of the option to measure, and of the other. */
  readonly option: number;
  readonly other: number;
  /** Requests in flight on one replica. */
  readonly inFlight: number;
  /** Time per output token at that load: as predicted, and from where on the other one is cheaper, or this one, s. */
  readonly predicted: number;
  readonly turns: number;
  /** Which of the two is the cheaper as things stand. */
  readonly cheaper: "option" | "other";
}

/** By judgement: how many deviations away a time per token is still worth measuring for; eight in ten are within 1.28. */
const FARTHEST = 1.28;
const HALVINGS = 14;

/**
 * Of the two options that cost least and keep the goals, the one whose uncertainty most decides between them, with the
 * time per token at which they change places; undefined where no time within its range would, or there are no two.
 */
export function decidingMeasurement(estimate: Estimate, lookup: Lookup): Deciding | undefined {
  const [first, second] = estimate.options
    .map((option, index) => ({ option, index, cost: option.figures.costPerToken ?? Number.NaN }))
    .filter(({ option, cost }) => option.verdict.feasible && cost > 0 && option.operation?.keeps !== false)
    .sort((a, b) => a.cost - b.cost);
  if (!first || !second) return undefined;
  const { scenario } = estimate;
  const slower = turnOf(scenario, first, costAt(scenario, second.index, lookup), lookup, 1);
  const faster = turnOf(scenario, second, costAt(scenario, first.index, lookup), lookup, -1);
  if (!slower && !faster) return undefined;
  const measuresFirst = slower !== undefined && (!faster || slower.deviations <= faster.deviations);
  const [of, other, turn] = measuresFirst ? [first, second, slower] : [second, first, faster as Turn];
  return {
    option: of.index,
    other: other.index,
    inFlight: turn.inFlight,
    predicted: turn.predicted,
    turns: turn.turns,
    cheaper: measuresFirst ? "option" : "other",
  };
}

interface Turn {
  readonly inFlight: number;
  readonly predicted: number;
  readonly turns: number;
  readonly deviations: number;
}

type Placed = { readonly option: OptionEstimate; readonly index: number };

/** Where an option's cost crosses another's as its steps take longer (1) or less (-1); undefined where that is beyond its range. */
function turnOf(
  scenario: Scenario,
  { option, index }: Placed,
  other: number,
  lookup: Lookup,
  way: 1 | -1,
): Turn | undefined {
  const { tpot } = option.figures;
  const range = option.ranges.tpot;
  if (!tpot || !range) return undefined;
  const edge = Math.log2(way > 0 ? range.high / tpot : tpot / range.low);
  const crossed = (by: number) =>
    way * (costAt(scenario, index, slowed(option, way * by, lookup)) - other) >= 0;
  if (crossed(0) || !crossed(edge)) return undefined;
  let [low, high] = [0, edge];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (crossed(middle)) high = middle;
    else low = middle;
  }
  // What is measured is one load: the plan's own, as the prediction has it.
  const batch = Math.max(1, Math.round(option.operation?.patch.batch ?? scenario.workload.batch));
  const at = (by: number) => tpotAt(scenario, index, batch, slowed(option, way * by, lookup));
  const [predicted, turns] = [at(0), at(high)];
  if (predicted === undefined || turns === undefined) return undefined;
  return { inFlight: batch, predicted, turns, deviations: (FARTHEST * high) / edge };
}

/** Records with which an option's steps take so much longer, in log2, than they are predicted to with what corrects them. */
function slowed({ figures }: OptionEstimate, by: number, lookup: Lookup): Lookup {
  const log2 = (factor: number | undefined) => Math.log2(factor ?? 1);
  const anchor = anchoredExactly({
    decode: log2(figures.decodeCorrection) + by,
    prompt: log2(figures.promptCorrection),
    wait: 0,
  });
  return { ...lookup, anchors: () => [anchor] };
}

/** By means, which is how options are compared while something moves. */
const costAt = (scenario: Scenario, index: number, lookup: Lookup): number =>
  answerOption(scenario, index, lookup, { simulate: false }).figures.costPerToken ?? Number.POSITIVE_INFINITY;

/** The time per token of one replica with so many requests in flight. */
function tpotAt(scenario: Scenario, index: number, batch: number, lookup: Lookup): number | undefined {
  const { batch: _own, ...rest } = scenario.options[index] as Option;
  const alone: Scenario = {
    ...scenario,
    workload: { ...scenario.workload, batch },
    traffic: { ...scenario.traffic, load: "batch" },
    options: [{ ...rest, replicas: 1, prefillReplicas: 0 }],
  };
  return answerOption(alone, 0, lookup, { simulate: false }).figures.tpot;
}

/** The sentence that a measurement plan begins with; empty where no measurement decides. */
export function decidingText(estimate: Estimate, lookup: Lookup): string {
  const deciding = decidingMeasurement(estimate, lookup);
  if (!deciding) return "";
  const { option, other, inFlight, predicted, turns, cheaper } = deciding;
  const ms = (seconds: number) => `${(seconds * MILLISECONDS).toPrecision(SIGNIFICANT)} ms`;
  const names = namesOf(estimate);
  const [measured, second] = [names[option] ?? "", names[other] ?? ""];
  const begin = `Measure ${measured} first, with ${grouped(inFlight)} in flight`;
  if (ms(turns) === ms(predicted))
    return `${begin}: at the predicted TPOT of ${ms(predicted)} a token costs as much as on ${second}, so that what is measured decides.`;
  const then =
    cheaper === "option"
      ? `above ${ms(turns)}, ${second} is the cheaper`
      : `under ${ms(turns)}, it is cheaper than ${second}`;
  return `${begin}: if its TPOT is ${then}. Predicted are ${ms(predicted)}.`;
}

const MILLISECONDS = 1000;
const SIGNIFICANT = 3;

/** Options by their accelerators, where these tell them apart: one replica is measured, however many are planned. */
function namesOf(estimate: Estimate): string[] {
  const names = estimate.options.map(({ accelerator }) => accelerator.name);
  return new Set(names).size === names.length ? names : optionNames(estimate);
}
