import type { FigureId, OptionEstimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { type HeadlineId, headline } from "@/lib/engine/headlines";
import { interval } from "./headline";
import type { Column, ExplainedNumber } from "./table";

/** A column of one figure, called what every page calls it, in the engine's unit or the one that people know it in. */
export function figureColumn(id: HeadlineId): Column & { id: HeadlineId } {
  const { label, unit, shownIn } = headline(id);
  return { id, label, unit, kind: "number", ...(shownIn ? { shownIn } : {}) };
}

/** A figure of an option as a cell that knows its explanation; null where the option has no such figure. */
export function explainedFigure(option: OptionEstimate, index: number, id: FigureId): ExplainedNumber | null {
  const found = interval(option, id);
  return found && { value: found.value, option: index, address: id };
}
