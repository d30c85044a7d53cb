import type { Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { rankedBy } from "@/lib/engine/ranking";
import { moneyText } from "../currency";
import { inSentence } from "../in-sentence";
import { changeText } from "../percent";
import { hasGoals, missedText } from "../standing";
import type { Board, BoardRow } from "./board";

/** The answer to the question: a sentence's parts. `index` is the option that it is about; null when none is named. */
export type Answer =
  | {
      kind: "found";
      index: number;
      name: string;
      /** "keep the goals", "is the cheapest". */
      says: string;
      /** Whether a time that a goal is about is not known yet, so that the answer may become another. */
      open: boolean;
      month: string | null;
      token: { text: string; low: string; high: string; basis: string; full: string };
      /** How far the others are by what `compared` says: "H100 +21 %", "a month". */
      others: string[];
      compared: "a month" | "a token";
    }
  | { kind: "none"; index: number | null; says: string; because: string };

/** The cheapest option that keeps what is asked, and how far the others are; or that none does, and which is nearest. */
export function answerOf(estimate: Estimate, { kept, apis, rest }: Board): Answer {
  const [best, ...others] = kept;
  if (!best?.cost) return noAnswer(estimate, rest);
  const { figures } = best.option;
  const { currency } = estimate.scenario;
  const money = (value: number) => moneyText(value, "USD/tok", currency);
  const { value, low, high, basis } = best.cost;
  const shown = money(value);
  return {
    kind: "found",
    index: best.index,
    name: best.name,
    says: saysOf(estimate, best, kept.length + rest.length),
    open: isOpen(best),
    month: figures.monthlyCost === undefined ? null : moneyText(figures.monthlyCost, "USD", currency).number,
    token: {
      text: `${shown.number} ${shown.unit}`,
      low: money(low).number,
      high: money(high).number,
      basis,
      full: shown.full,
    },
    compared: rankedBy(estimate.scenario) === "monthlyCost" ? "a month" : "a token",
    others: [...others, ...apis].flatMap(({ name, difference }) =>
      difference === null ? [] : [`${name} ${changeText(difference)}`],
    ),
  };
}

function saysOf(estimate: Estimate, row: BoardRow, options: number): string {
  const many = (row.option.figures.acceleratorCount ?? 1) > 1;
  if (isOpen(row)) return "may keep the goals";
  if (hasGoals(estimate)) return many ? "keep the goals" : "keeps the goals";
  return options > 1 ? (many ? "are the cheapest" : "is the cheapest") : "serves it";
}

function noAnswer(estimate: Estimate, rest: readonly BoardRow[]): Answer {
  const running = rest.filter(({ option }) => option.verdict.feasible);
  if (running.length === 0) {
    const [first] = rest;
    const because = first?.option.verdict.feasible === false ? first.option.verdict.message : "";
    return { kind: "none", index: first?.index ?? null, says: "No option can run", because };
  }
  const priced = running.filter(({ cost }) => cost);
  if (priced.length === 0) {
    return {
      kind: "none",
      index: running[0]?.index ?? null,
      says: "No price is known",
      because: "Type what an accelerator costs an hour to see what a token costs.",
    };
  }
  const nearest = priced.toSorted((a, b) => worst(a) - worst(b))[0];
  const why =
    nearest && (missedText(nearest.standing) || inSentence(nearest.standing.doubts[0]?.short ?? ""));
  return {
    kind: "none",
    index: nearest?.index ?? null,
    says: hasGoals(estimate) ? "No option keeps the goals" : "No option can serve this as asked",
    because: nearest ? `${nearest.name} comes nearest: ${why}.` : "",
  };
}

/** Whether it is not known of a row if it keeps a goal. */
const isOpen = ({ goals }: BoardRow) => goals.some(({ value }) => value === undefined);

/** The goal that a row misses most, as a fraction. */
const worst = ({ standing }: BoardRow) => Math.max(0, ...standing.missed.map(({ by }) => by));
