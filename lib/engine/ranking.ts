import type { Scenario } from "@/lib/scenario";
import type { FigureId } from "./figures";

/** The figures that options may be ranked by. */
export type RankedBy = Extract<FigureId, "monthlyCost" | "costPerToken">;

/**
 * What options are ranked and compared by: what a month of the question's own demand costs. Users ask more where they are
 * answered sooner, so that a token may get cheaper and the month dearer, and it is the month that is paid. A batch that
 * is asked for says no demand: there it is what a token costs.
 */
export const rankedBy = ({ traffic }: Pick<Scenario, "traffic">): RankedBy =>
  traffic.load === "batch" ? "costPerToken" : "monthlyCost";
