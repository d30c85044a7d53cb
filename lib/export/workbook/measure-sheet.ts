import type { Estimate, Lookup } from "@/lib/engine";
import { measureSentences, POINT_HEADS } from "@/lib/view/prove/measure-lines";
import { measurePoints } from "@/lib/view/prove/to-serve";
import { type BookCell, type BookSheet, heads, number, text } from "./book";

/** What to measure of each option before the gates are passed, as the application had it: loads of one replica. */
export function measureSheet(estimate: Estimate, names: readonly string[], lookup: Lookup): BookSheet {
  const points = estimate.options.flatMap((_, option) =>
    measurePoints(estimate, option).map(({ inFlight, why, repeats }): BookCell[] => [
      text(names[option] ?? ""),
      number(inFlight, "locked", "#,##0"),
      text(why),
      number(repeats),
    ]),
  );
  return {
    name: "Measure",
    widths: [32, 18, 56, 8],
    rows: [
      [text("What to measure", "title")],
      ...measureSentences(estimate, lookup).map((sentence) => [text(sentence)]),
      [],
      heads("Option", ...POINT_HEADS),
      ...points,
    ],
  };
}
