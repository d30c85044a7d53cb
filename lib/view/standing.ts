import type { Estimate, OptionEstimate } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import { formatQuantity } from "@/lib/units";
import { goalsMissed, type Missed } from "./goals";
import { percent } from "./percent";

/** Something that makes an answer doubtful: in a word or two, and as a sentence. */
export type Doubt = {
  short: string;
  text: string;
  /** It can hardly be served so, and is named the cheapest of nothing. */
  grave: boolean;
};

/** How an option stands to what is asked of it. */
export type Standing = {
  /** It runs, keeps every goal and nothing makes that doubtful: the only ones with a tick. */
  kind: "kept" | "doubtful" | "missed" | "refused";
  /** Goals that it misses, and by which fraction. */
  missed: { goal: Missed; by: number }[];
  doubts: Doubt[];
};

/** The notes of the engine that make an answer doubtful; the others are for information. */
const DOUBTFUL: readonly { pattern: RegExp; short: string; grave: boolean }[] = [
  { pattern: /is published for contexts of up to/, short: "Context too long", grave: true },
  { pattern: /has another vocabulary than/, short: "Draft does not match", grave: true },
  { pattern: /weights are (?:expanded to|multiplied as)/, short: "No native format", grave: false },
];

/** A first token that takes longer than this (s) is not being served, goal or no goal. */
const SLOW_START = 60;

const goalNames: Record<Missed, string> = { ttft: "TTFT", tpot: "TPOT" };

function doubtsOf({ figures, notes }: OptionEstimate): Doubt[] {
  const noted = notes.flatMap((text) =>
    DOUBTFUL.filter(({ pattern }) => pattern.test(text)).map(({ short, grave }) => ({ short, text, grave })),
  );
  const { ttft } = figures;
  if (ttft === undefined || ttft <= SLOW_START) return noted;
  const wait = formatQuantity(ttft, "s");
  const slow = `A first token takes ${wait.number} ${wait.unit}, longer than anyone waits`;
  return [...noted, { short: "Starts too late", text: slow, grave: true }];
}

/** How the option at `index` stands at the plan's own load. */
export function standingOf(estimate: Estimate, index: number): Standing {
  const option = estimate.options[index];
  if (!option?.verdict.feasible) return { kind: "refused", missed: [], doubts: [] };
  const { serving } = planOf(estimate.scenario, index);
  const goals = { ttft: serving.ttftGoal, tpot: serving.tpotGoal };
  const missed = goalsMissed(option, serving).map((goal) => ({
    goal,
    by: (option.figures[goal] ?? 0) / (goals[goal] ?? 1) - 1,
  }));
  const doubts = doubtsOf(option);
  const kind = missed.length > 0 ? "missed" : doubts.length > 0 ? "doubtful" : "kept";
  return { kind, missed, doubts };
}

/** Whether an option may be called the cheapest: it runs, keeps every goal, and can be served so. */
export const isEligible = ({ kind, doubts }: Standing): boolean =>
  kind === "kept" || (kind === "doubtful" && !doubts.some(({ grave }) => grave));

/** The standing of each option. */
export const standings = (estimate: Estimate): Standing[] =>
  estimate.options.map((_, index) => standingOf(estimate, index));

/** Whether the scenario asks any option for a goal. */
export const hasGoals = ({ scenario }: Estimate): boolean =>
  scenario.serving.ttftGoal !== undefined || scenario.serving.tpotGoal !== undefined;

/** "misses TTFT by 48 %, TPOT by 3 %". */
export const missedText = ({ missed }: Standing): string =>
  missed.length === 0
    ? ""
    : `misses ${missed.map(({ goal, by }) => `${goalNames[goal]} by ${byText(by)}`).join(", ")}`;

/** A hair over the goal must not read as none, nor 2,000 % as a percentage. */
const byText = (by: number) =>
  by < 0.01 ? "under 1 %" : by < 2 ? percent(by, 0) : `a factor of ${(1 + by).toFixed(by < 9 ? 1 : 0)}`;

/** What a card or a cell says of an option, in a word or two. */
export function standingLabel(
  standing: Standing,
  option: OptionEstimate,
  { cheapest, goals }: { cheapest: boolean; goals: boolean },
): string {
  const { verdict } = option;
  if (!verdict.feasible) return verdict.reason === "memory" ? "Does not fit" : "Cannot run";
  if (standing.kind === "missed") return "Misses a goal";
  const [doubt] = standing.doubts;
  if (doubt) return doubt.short;
  if (cheapest) return "Cheapest";
  return goals ? "Keeps the goals" : "Fits";
}

/** The same in a table, whole: why it cannot run, what it misses, what makes it doubtful. */
export function standingText(
  standing: Standing,
  option: OptionEstimate,
  { cheapest, goals }: { cheapest: boolean; goals: boolean },
): string {
  if (!option.verdict.feasible) return option.verdict.message;
  const parts = [
    missedText(standing),
    ...standing.doubts.map(({ short }) => short.toLowerCase()),
    cheapest ? "cheapest" : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : goals ? "keeps the goals" : "fits";
}
