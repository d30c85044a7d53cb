import type { OptionEstimate } from "@/lib/engine";
import type { MeasuredRunView } from "./measured-runs";

/** A sentence about an option's correction, and the figure that explains it. */
export interface CorrectionLine {
  readonly id: "decodeCorrection" | "promptCorrection";
  readonly text: string;
}

const PARTS = [
  { id: "decodeCorrection", noun: "Steps" },
  { id: "promptCorrection", noun: "Prompts" },
] as const;
/** A correction that rounds to nothing is said to be none. */
const LEAST = 0.005;

/** What measurements make of an option's times: "Steps take 12 % longer than predicted". Empty without any that apply. */
export function correctionLines(
  { figures }: Pick<OptionEstimate, "figures">,
  runs: readonly Pick<MeasuredRunView, "on" | "applies">[],
): CorrectionLine[] {
  const count = runs.filter(({ on, applies }) => on && applies).length;
  if (count === 0) return [];
  const by = `by ${count} ${count === 1 ? "measurement" : "measurements"} of this deployment`;
  return PARTS.flatMap(({ id, noun }) => {
    const factor = figures[id];
    if (factor === undefined) return [];
    const share = factor - 1;
    if (Math.abs(share) < LEAST) return [{ id, text: `${noun} take as long as predicted, ${by}` }];
    const percent = `${(Math.abs(share) * 100).toPrecision(2)} %`;
    return [{ id, text: `${noun} take ${percent} ${share > 0 ? "longer" : "less"} than predicted, ${by}` }];
  });
}
