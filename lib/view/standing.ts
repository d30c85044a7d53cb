import type { Estimate, NoteCode, OptionEstimate } from "@/lib/engine";
import { decimals } from "@/lib/units";
import { type Goal, goalChecks, goalIds, goalText, type Statistic } from "./goals";
import { inSentence } from "./in-sentence";
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
  /**
   * `kept`: it runs, keeps every goal and nothing makes that doubtful, the only ones with a tick. `open`: nothing is
   * missed, but a time that a goal is about is not known.
   */
  kind: "kept" | "open" | "doubtful" | "missed" | "refused";
  /** Goals that it misses, and by which fraction. */
  missed: { goal: Goal | "rate"; at: Statistic; by: number }[];
  doubts: Doubt[];
};

/** What a doubt is called in a word or two. */
const SHORT: Readonly<Record<NoteCode, string>> = {
  "long-context": "Context too long",
  "other-vocabulary": "Draft does not match",
  "expanded-format": "No native format",
  "replaced-format": "No native format",
  "slow-first-token": "Starts too late",
  "dealt-by-chance": "Dealt by chance",
  "foreign-stack": "Another stack",
  "streamed-in-pieces": "Streamed in pieces",
  "no-prefix-cache": "No prefix cache",
  "power-limit": "Power limited",
  "new-model": "New model",
  adapters: "LoRA adapters",
  "own-calibration": "Own calibration",
  "unknown-start": "Start not known",
  earlier: "See the note",
};

/** The notes of the engine that make an answer doubtful; the others are for information. */
const doubtsOf = ({ notes }: OptionEstimate): Doubt[] =>
  notes
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, code, text }) => ({ short: SHORT[code], text, grave: severity === "serious" }));

/** How the option at `index` stands at the plan's own load. */
export function standingOf(estimate: Estimate, index: number): Standing {
  const option = estimate.options[index];
  if (!option?.verdict.feasible) return { kind: "refused", missed: [], doubts: [] };
  const checks = goalChecks(option, estimate.scenario);
  const missed: Standing["missed"] = checks.flatMap(({ goal, at, limit, value }) =>
    value !== undefined && value > limit ? [{ goal, at, by: value / limit - 1 }] : [],
  );
  // Too few replicas that were fixed by hand.
  for (const { of, times } of option.operation?.missing ?? [])
    if (of === "rate") missed.push({ goal: of, at: "mean", by: times - 1 });
  const doubts = doubtsOf(option);
  const open = checks.some(({ value }) => value === undefined);
  const kind = missed.length > 0 ? "missed" : doubts.length > 0 ? "doubtful" : open ? "open" : "kept";
  return { kind, missed, doubts };
}

/** Whether an option may be called the cheapest: it runs, keeps every goal, and can be served so. */
export const isEligible = ({ kind, doubts }: Standing): boolean =>
  kind === "kept" || kind === "open" || (kind === "doubtful" && !doubts.some(({ grave }) => grave));

/** The standing of each option. */
export const standings = (estimate: Estimate): Standing[] =>
  estimate.options.map((_, index) => standingOf(estimate, index));

/** Whether the scenario asks any option for a goal. */
export const hasGoals = ({ scenario }: Estimate): boolean =>
  goalIds.some((goal) => scenario.goals[goal] !== undefined);

/** "misses TTFT by 48 %, TPOT by 3 %". */
export function missedText({ missed }: Standing): string {
  const late = missed.flatMap(({ goal, at, by }) =>
    goal === "rate" ? [] : [`${goalText(goal, at)} by ${byText(by)}`],
  );
  const few = missed.flatMap(({ goal, by }) =>
    goal === "rate" ? [`serves ${percent(1 / (1 + by), 0)} of what is asked`] : [],
  );
  return [...(late.length > 0 ? [`misses ${late.join(", ")}`] : []), ...few].join("; ");
}

/** A hair over the goal must not read as none, nor 2,000 % as a percentage. */
const byText = (by: number) =>
  by < 0.01 ? "under 1 %" : by < 2 ? percent(by, 0) : `a factor of ${decimals(1 + by, by < 9 ? 1 : 0)}`;

/** What a table says of an option: why it cannot run, what it misses, what makes it doubtful. */
export function standingText(
  standing: Standing,
  option: OptionEstimate,
  { cheapest, goals }: { cheapest: boolean; goals: boolean },
): string {
  if (!option.verdict.feasible) return option.verdict.message;
  const parts = [
    missedText(standing),
    ...standing.doubts.map(({ short }) => inSentence(short)),
    cheapest ? "cheapest" : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : goals ? "keeps the goals" : "fits";
}
