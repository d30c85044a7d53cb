import type { Claim, ClaimCase } from "@/lib/claims/claim";
import type { Verdict } from "@/lib/claims/verdict";
import { formatQuantity, parseUnit } from "@/lib/units";
import { inSentence } from "./in-sentence";
import { percent } from "./percent";

/** A claim as the page shows it. */
export interface ClaimView {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly cases: readonly { readonly value: number | "none"; readonly holds: boolean }[];
  readonly because: string;
  /** The planner's address of each of its plans, by the plan's name. */
  readonly plans: Readonly<Record<string, string>>;
  /** What the catalog lists today of the market that it is about. */
  readonly market?: string;
}

/** What a verdict is called, and what it means. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly label: string; readonly help: string }>> = {
  holds: { label: "Holds", help: "Every plan that tries it shows what is claimed, within a tenth." },
  conditions: {
    label: "Holds under conditions",
    help: "Some plans show it and others do not: which is said.",
  },
  fails: { label: "Does not hold", help: "No plan that tries it shows what is claimed." },
  empirical: { label: "Empirical range", help: "It rests on measurements that no formula gives." },
  market: { label: "A market fact", help: "What somebody paid or asked at a time." },
  advice: { label: "Advice", help: "It says what to do, and no figure that a plan could show." },
};

/** A number of a case in its unit, as a reader writes it. */
export function caseText(value: number, { as, unit }: Pick<ClaimCase, "as" | "unit">): string {
  if (as === "saving") return percent(value, 0);
  if (as === "ratio") return `×${Number(value.toPrecision(3))}`;
  const { number, unit: shown } = formatQuantity(value * parseUnit(unit).factor, unit);
  return /^[/%]|^$/.test(shown) ? `${number}${shown}` : `${number} ${shown}`;
}

/** What a case would have to show. */
export function claimedText(each: ClaimCase): string {
  const { least, most, figure } = each;
  if (figure === "runs") return least === undefined ? "does not start" : "starts";
  const text = (value: number) => caseText(value, each);
  if (least !== undefined && most !== undefined)
    return least === most ? `about ${text(least)}` : `${text(least)} to ${text(most)}`;
  return least === undefined ? `at most ${text(most ?? 0)}` : `at least ${text(least)}`;
}

/** What the engine shows. */
export function foundText(each: ClaimCase, value: number | "none"): string {
  if (value === "none") return "does not run";
  return each.figure === "runs" ? (value > 0 ? "starts" : "does not start") : caseText(value, each);
}

/** What decides a verdict, in a sentence: the conditions under which it holds, or what comes out instead. */
export function becauseText(
  claim: Claim,
  verdict: Verdict,
  found: readonly { readonly value: number | "none"; readonly holds: boolean }[],
): string {
  const deciding = claim.case.flatMap((each, index) => {
    const tried = found[index];
    return each.beside || !tried ? [] : [{ each, ...tried }];
  });
  if (verdict === "conditions")
    return `It holds with ${listed(deciding.filter(({ holds }) => holds).map(({ each }) => inSentence(each.when)))}; not with ${listed(
      deciding
        .filter(({ holds }) => !holds)
        .map(({ each, value }) => `${inSentence(each.when)} (${foundText(each, value)})`),
    )}.`;
  if (verdict === "fails") {
    const [first] = deciding;
    return first
      ? `With ${inSentence(first.each.when)} it is ${foundText(first.each, first.value)} instead of ${claimedText(first.each)}.`
      : "";
  }
  return "";
}

const listed = (parts: readonly string[]) => parts.join("; ");
