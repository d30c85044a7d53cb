import { foundFor, type Lookup, solveFigures } from "@/lib/engine";
import { applyOptionPatch } from "@/lib/scenario/patch";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import { type Technique, type TechniqueId, techniquesOf } from "./techniques";

/** One technique more: what a token costs before and with it, USD. */
export type Step = { id: TechniqueId | "percentiles"; label: string; before: number; after: number };

/** From a first attempt to the plan, a technique a step, in the order that pays. */
export type Waterfall = {
  /** What a token costs in a first attempt on the same accelerator, USD. */
  first: number;
  firstText: string;
  steps: Step[];
  /** What a token costs in the plan, USD: the figure of the board. */
  plan: number;
};

/**
 * Takes everything from an option that a first attempt would do without, and gives it back one technique at a time, each
 * time the one that then saves most. Every stage finds its own operating point for the traffic, simulated as the plan's is,
 * or by means where `simulate` is false; keeping a percentile instead of a mean is then the last step. `plan` is what a token
 * costs in the plan (USD), as the board has it. Undefined where the option has no cost, or where a first attempt cannot run
 * at all.
 */
export function waterfallOf(
  scenario: Scenario,
  index: number,
  plan: number | undefined,
  lookup: Lookup,
  sizing: { simulate?: boolean } = {},
): Waterfall | undefined {
  const option = scenario.options[index];
  if (!option || !plan) return undefined;
  const alone: Scenario = { ...scenario, options: [option] };
  const costOf = (off: readonly Technique[]): number => {
    const patch = Object.assign({}, ...off.map(({ without }) => without));
    const asked = applyOptionPatch(alone, 0, patch);
    const found = applyOptionPatch(asked, 0, foundFor(asked, 0, lookup, sizing));
    return solveFigures(found, 0, lookup).figures?.("costPerToken") ?? Number.POSITIVE_INFINITY;
  };
  let off: readonly Technique[] = techniquesOf(alone, 0, lookup);
  const first = costOf(off);
  if (!Number.isFinite(first)) return undefined;
  const firstText = firstOf(off);
  const steps: Step[] = [];
  let before = first;
  while (off.length > 0) {
    const tried = off.map((technique) => {
      const rest = off.filter((other) => other !== technique);
      return { technique, rest, after: costOf(rest) };
    });
    const best = tried.reduce((a, b) => (b.after < a.after ? b : a));
    // What only pays together with another is given back together with the rest.
    const { id, label } = best.technique;
    if (Number.isFinite(best.after)) {
      steps.push({ id, label, before, after: best.after });
      before = best.after;
    }
    off = best.rest;
  }
  if (Math.abs(plan / before - 1) > NOTHING)
    steps.push({
      id: "percentiles",
      label: sizing.simulate === false ? keptText(scenario) : SINCE,
      before,
      after: plan,
    });
  return { first, firstText, steps, plan };

  /** What the first attempt is. */
  function firstOf(without: readonly Technique[]): string {
    const ids = new Set(without.map(({ id }) => id));
    const { option: own } = planOf(
      applyOptionPatch(alone, 0, without.find(({ id }) => id === "layout")?.without ?? {}),
      0,
    );
    const count = own.tp * own.pp * own.dp;
    return [
      ids.has("weights") ? "16-bit" : "the plan's format",
      ids.has("batch") ? "one request at a time" : "the plan's batch",
      ids.has("paging") ? "contiguous cache" : "",
      count === 1 ? "1 accelerator" : `${count} accelerators`,
    ]
      .filter(Boolean)
      .join(", ");
  }
}

/** By judgement: what rounds of a search for an operating point leave. */
const NOTHING = 1e-4;

/** What is simulated comes to the plan's own cost, but for one that was saved with other data. */
const SINCE = "Since it was saved: data and engine of today";

const keptText = ({ goals }: Scenario): string => {
  const at = [goals.ttftAt, goals.tpotAt, goals.answerAt].find((statistic) => statistic !== "mean");
  return at
    ? `Keeping the ${at.toUpperCase()}, not the mean`
    : "Waiting as simulated, not as the mean has it";
};
