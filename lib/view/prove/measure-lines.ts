import type { Estimate, Lookup } from "@/lib/engine";
import { decidingText } from "./deciding";

/** How each point of a measurement plan is measured, wherever the plan is read. */
export const HOW =
  "Measure one replica, each load for at least two minutes, after a warm-up of as many requests as are in flight.";

/** What a measurement plan says before its points: how they are measured, and which measurement decides, if one does. */
export function measureSentences(estimate: Estimate, lookup: Lookup): string[] {
  const deciding = decidingText(estimate, lookup);
  return deciding === "" ? [HOW] : [HOW, deciding];
}

/** What a point of a measurement plan is told by. */
export const POINT_HEADS = ["Requests in flight", "Why", "Runs"] as const;
