import { closestDistance, predictionWeight } from "./formulas/correction";
import * as q from "./inputs/anchors";
import type { Row } from "./layers/row";
import type { Origin } from "./origin";

/**
 * A measurement of the same model, chip and stack as a plan's, as far as the plan can learn from it. Factors are
 * measured over predicted, as logarithms to base 2; one that the measurement says nothing of is absent.
 */
export interface Anchor {
  /** What was measured, in words: "TP 8, 1,000 → 500 tok, 64 in flight: TPOT 21 ms". */
  readonly label: string;
  /** Distance from the plan in everything but the load. */
  readonly apart: number;
  /** Requests in flight per replica; zero where as many ran as fit. */
  readonly batch: number;
  readonly decode?: number;
  readonly prompt?: number;
  readonly wait?: number;
  readonly origin: Origin;
}

/** The row that brings a measurement to the formulas of the correction. It takes no time and stores nothing. */
export function anchorRow({ label, apart, batch, origin, decode, prompt, wait }: Anchor): Row {
  // Rows are laid out for every plan that is tried: nothing is spread and gathered here.
  const values: Row["values"][number][] = [
    [q.anchorApart, apart],
    [q.anchorBatch, batch],
  ];
  if (decode !== undefined) values.push([q.decodeStated, 1], [q.decodeResidual, decode]);
  if (prompt !== undefined) values.push([q.promptStated, 1], [q.promptResidual, prompt]);
  if (wait !== undefined) values.push([q.waitStated, 1], [q.waitResidual, wait]);
  return { label, kind: "measured", part: "host", origin, values };
}

/** A measurement at the plan's own point that undoes the weight of the prediction: its factors hold as they are. */
export function anchoredExactly({
  decode,
  prompt,
  wait,
}: Required<Pick<Anchor, "decode" | "prompt" | "wait">>): Anchor {
  const undo = 1 + (predictionWeight.constant as number) * (closestDistance.constant as number);
  return {
    label: "at this very point",
    apart: 0,
    batch: 0,
    decode: decode * undo,
    prompt: prompt * undo,
    wait: wait * undo,
    origin: { kind: "search", text: "tried in the search for the factors of a measurement" },
  };
}
