import type { OptionEstimate } from "@/lib/engine";
import type { Goals } from "@/lib/scenario/schema";

export type Missed = "ttft" | "tpot";

/** The goals that an option misses at the plan's own load; a goal that is not set cannot be missed. */
export function goalsMissed(option: OptionEstimate, { ttft, tpot }: Goals): Missed[] {
  const over = (goal: number | undefined, figure: number | undefined) =>
    goal !== undefined && figure !== undefined && figure > goal;
  const missed: Missed[] = [];
  if (over(ttft, option.figures.ttft)) missed.push("ttft");
  if (over(tpot, option.figures.tpot)) missed.push("tpot");
  return missed;
}
