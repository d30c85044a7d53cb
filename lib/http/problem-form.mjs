/** The media type of an error answer (RFC 9457). */
export const PROBLEM_TYPE = "application/problem+json";

/**
 * The body of an error answer. Plain JavaScript, because the server's door also gives it, before anything is compiled.
 * @param {number} status @param {string} title
 * @param {{ detail?: string, errors?: { path: string, message: string }[] }} [more]
 */
export function problemForm(status, title, { detail, errors } = {}) {
  return { type: "about:blank", title, status, detail, errors };
}
