import { fields } from "./fields";
import { fieldText } from "./read-field";
import type { Scenario } from "./schema";

/** A mean length and the longest there may be. */
const PAIRS = [
  ["workload.inputTokens", "workload.longestInput"],
  ["workload.outputTokens", "workload.longestOutput"],
] as const;

/** Why the setting at `path` cannot be what it is beside another one; undefined where it can. Both are named. */
export function contradiction({ workload }: Scenario, path: string): string | undefined {
  const pair = PAIRS.find((each) => each.some((one) => one === path));
  if (!pair) return undefined;
  const [mean, longest] = pair.map(
    (one) => (workload as Record<string, unknown>)[one.slice("workload.".length)],
  );
  if (typeof mean !== "number" || typeof longest !== "number" || longest >= mean) return undefined;
  const said = (at: 0 | 1, value: number) => `${fields[pair[at]].label} of ${fieldText(pair[at], value)} tok`;
  return `${said(1, longest)} would be below ${said(0, mean)}, which is the mean`;
}
