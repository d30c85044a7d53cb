/** When a gate is passed: before anything is bought, on one measured replica, or with people's requests. */
export const STAGES = ["before", "validation", "production"] as const;
export type Stage = (typeof STAGES)[number];

/** What is known of a gate: measured, or only expected; "open" where nothing says. */
export type GateVerdict = "met" | "missed" | "expected" | "uncertain" | "doubtful" | "open";

/** A threshold that decides whether a plan goes on, and what is expected and known of it. Values are in base units. */
export interface Gate {
  readonly id: string;
  readonly stage: Stage;
  readonly what: string;
  readonly owner: string;
  readonly unit: string;
  readonly side: "at most" | "at least";
  /** Undefined where a person has to set it. */
  readonly threshold: number | undefined;
  /** Where the threshold comes from. */
  readonly basis: string;
  readonly expected?: Expected | undefined;
  readonly measured?: number | undefined;
  readonly verdict: GateVerdict;
}

/** A prediction with its P10-P90 range; without one it is counted, not predicted. */
export interface Expected {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

type Asked = Omit<Gate, "verdict">;

/** The gate with its verdict: what was measured decides where it is there, else how the range lies to the threshold. */
export function gateOf(asked: Asked): Gate {
  const { side, threshold, expected, measured } = asked;
  const keeps = (value: number) =>
    threshold !== undefined && (side === "at most" ? value <= threshold : value >= threshold);
  const verdict = (): GateVerdict => {
    if (threshold === undefined) return "open";
    if (measured !== undefined) return keeps(measured) ? "met" : "missed";
    if (!expected) return "open";
    const { value, low = value, high = value } = expected;
    const worse = side === "at most" ? high : low;
    const better = side === "at most" ? low : high;
    if (keeps(worse)) return "expected";
    return keeps(better) ? "uncertain" : "doubtful";
  };
  return { ...asked, verdict: verdict() };
}
