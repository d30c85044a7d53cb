import type { Estimate } from "@/lib/engine";
import { type Claim, type ClaimCase, COMPUTED } from "./claim";
import { measured } from "./measure";

/** How a claim fares. `conditions`: some of its cases hold; `advice`: it says what to do, and no figure. */
export const VERDICTS = ["holds", "conditions", "fails", "empirical", "market", "advice"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A case with what the engine makes of it; null where the plan has no such figure. */
export interface Tried {
  readonly value: number | null;
  readonly holds: boolean;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly cases: readonly Tried[];
}

/** By judgement: articles round, and a figure within a tenth of its bounds is what they say. */
const ROUNDED = 0.1;

/** Whether a value is within what is claimed, as articles round it. */
export function within(value: number, { least, most }: Pick<ClaimCase, "least" | "most">): boolean {
  const lower = least === undefined || value >= least - ROUNDED * Math.abs(least);
  const upper = most === undefined || value <= most + ROUNDED * Math.abs(most);
  return lower && upper;
}

/** The verdict on a claim whose plans are answered. */
export function judged(claim: Claim, plans: Readonly<Record<string, Estimate>>): Judged {
  const cases = claim.case.map((each): Tried => {
    const value = measured(each, plans);
    return { value: value ?? null, holds: value !== undefined && within(value, each) };
  });
  const deciding = cases.filter((_, index) => claim.case[index]?.beside === undefined);
  return { verdict: verdictOf(claim, deciding), cases };
}

function verdictOf({ kind }: Claim, cases: readonly Tried[]): Verdict {
  if (cases.length === 0) return kind === "input" ? "market" : COMPUTED.has(kind) ? "empirical" : "advice";
  const held = cases.filter(({ holds }) => holds).length;
  return held === cases.length ? "holds" : held > 0 ? "conditions" : "fails";
}
