import type { OptionPatch } from "@/lib/scenario/patch";

/** A change that would make an impossible option possible, in words and as a patch of the scenario. */
export interface Repair {
  readonly label: string;
  readonly patch: OptionPatch;
}

/** Why an option cannot run: a result like any other, not an error. */
export interface Infeasible {
  readonly feasible: false;
  readonly reason: "memory" | "format" | "accuracy" | "layout" | "unknown";
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

/** What a step gives, or why it cannot: the one spelling of "does not run" inside the engine. */
export type Result<T> = T | Infeasible;

/** Whether a step gave a reason in place of a result. */
export const isRefused = <T>(result: Result<T>): result is Infeasible =>
  typeof result === "object" && result !== null && "feasible" in result && result.feasible === false;

/** Shorthand for a refusal without an amount. */
export function refuse(
  reason: Infeasible["reason"],
  message: string,
  path?: string,
  repairs: readonly Repair[] = [],
): Infeasible {
  return { feasible: false, reason, message, repairs, ...(path ? { path } : {}) };
}
