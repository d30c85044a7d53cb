import type { FieldError } from "@/lib/http/problem";

/** Why a request is not answered as it was meant: the status and the words of a problem document. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: FieldError[];
  readonly headers?: Record<string, string>;
}

/** What came of a request: its value, or why there is none. Both can be sent from one thread to another. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const given = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** Refuses what is no scenario, or no request about one, each fault with the path of its field. */
export const invalid = (
  errors: FieldError[],
  title = "The scenario is not valid",
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { status: 422, title, errors } });
