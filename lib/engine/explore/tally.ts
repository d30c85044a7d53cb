/** Why configurations were ruled out before any was evaluated, in the order in which they are asked. */
export const reasons = {
  price: "no price is known",
  format: "the chip has no unit for the format",
  accuracy: "published tests of the format do not keep the accuracy floor",
  layout: "the model cannot be divided so",
  link: "the link between the chips is not known",
  memory: "one request does not fit in the memory",
  ranks: "fewer requests than attention ranks",
  capacity: "more requests than the memory holds",
  goal: "a goal is missed even at the kernels' best rates, or at a smaller batch already",
  beaten: "others beat it even at its kernels' best rates, or a smaller batch shows that they do",
} as const;
export type Reason = keyof typeof reasons;

/** How many configurations were looked at, and what became of them. */
export interface Tally {
  /** All that the space holds: evaluated and ruled out. */
  readonly configurations: number;
  readonly evaluated: number;
  /** Those of the evaluated that run and keep the goals. */
  readonly feasible: number;
  readonly ruledOut: Readonly<Partial<Record<Reason, number>>>;
}

export const NOTHING: Tally = { configurations: 0, evaluated: 0, feasible: 0, ruledOut: {} };

/** Two tallies as one. */
export function together(a: Tally, b: Tally): Tally {
  const ruledOut: Partial<Record<Reason, number>> = { ...a.ruledOut };
  for (const [reason, count] of Object.entries(b.ruledOut) as [Reason, number][])
    ruledOut[reason] = (ruledOut[reason] ?? 0) + count;
  return {
    configurations: a.configurations + b.configurations,
    evaluated: a.evaluated + b.evaluated,
    feasible: a.feasible + b.feasible,
    ruledOut,
  };
}

/** Counts while a part of a space is searched. */
export class Counter {
  private evaluated = 0;
  private feasible = 0;
  private readonly ruledOut: Partial<Record<Reason, number>> = {};

  ruleOut(reason: Reason, count: number): void {
    if (count > 0) this.ruledOut[reason] = (this.ruledOut[reason] ?? 0) + count;
  }

  count(kept: boolean): void {
    this.evaluated++;
    if (kept) this.feasible++;
  }

  get tally(): Tally {
    const ruledOut = Object.values(this.ruledOut).reduce((sum, count) => sum + count, 0);
    return {
      configurations: this.evaluated + ruledOut,
      evaluated: this.evaluated,
      feasible: this.feasible,
      ruledOut: this.ruledOut,
    };
  }
}
