import type { OptionPatch } from "@/lib/scenario/patch";

/** A change that would make an impossible option possible, in words and as a patch of the scenario. */
export interface Repair {
  readonly label: string;
  readonly patch: OptionPatch;
}

/** Why an option cannot run: a result like any other, not an error. */
export interface Infeasible {
  readonly feasible: false;
  readonly reason: "memory" | "format" | "layout" | "unknown";
  /** One sentence for a person. */
  readonly message: string;
  /** In `unit`, where the reason is an amount. */
  readonly needs?: number;
  readonly has?: number;
  readonly unit?: string;
  /** The field of the scenario that it is about, behind "options.N." or "workload." */
  readonly path?: string;
  readonly repairs: readonly Repair[];
}

export type Verdict = { readonly feasible: true } | Infeasible;

/** Shorthand for a refusal without an amount. */
export function refuse(
  reason: Infeasible["reason"],
  message: string,
  path?: string,
  repairs: readonly Repair[] = [],
): Infeasible {
  return { feasible: false, reason, message, repairs, ...(path ? { path } : {}) };
}

/** Thrown inside the engine by code that finds a plan impossible; `estimate` turns it into its verdict. */
export class Refusal extends Error {
  constructor(readonly verdict: Infeasible) {
    super(verdict.message);
  }
}
