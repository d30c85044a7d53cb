import { PROBLEM_TYPE, problemForm } from "./problem-form.mjs";

/** One thing wrong with an input: where ("hardware.0.batch"), and what to do about it. */
export interface FieldError {
  path: string;
  message: string;
}

/** An error answer in the form of RFC 9457 (application/problem+json). Never cached. */
export function problem(
  status: number,
  title: string,
  {
    detail,
    errors,
    headers,
  }: { detail?: string; errors?: FieldError[]; headers?: Record<string, string> } = {},
): Response {
  return Response.json(problemForm(status, title, { detail, errors }), {
    status,
    headers: { "Cache-Control": "no-store", ...headers, "Content-Type": PROBLEM_TYPE },
  });
}
