import type * as z from "zod";
import { fieldOf } from "./fields";

/** What is wrong and where: "options.0.tp". An empty path is the whole scenario. */
export type FieldError = { path: string; message: string };

/** The schema's findings in a reader's words, one error a field, an unknown key under its own path. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const told = new Set<string>();
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    // Text is too long for a list as well: what is first said of a field is what is wrong with it.
    if (told.has(path.join(".")) && issue.code !== "unrecognized_keys") return [];
    told.add(path.join("."));
    if (issue.code !== "unrecognized_keys")
      return [{ path: path.join("."), message: messageOf(issue, path) }];
    return issue.keys.map((key) => {
      const shown = key.slice(0, 80);
      return { path: [...path, shown].join("."), message: `"${shown}" is not a field` };
    });
  });
}

function messageOf(issue: z.core.$ZodIssue, path: string[]): string {
  if (issue.code === "custom") return issue.message;
  // Formats of catalog records say themselves what was expected.
  if (path[0] === "custom" && issue.code === "invalid_format") {
    return `${issue.message}, understood ${describe(issue.input)}`;
  }
  const label = fieldOf(path.join("."))?.label ?? (path.at(-1) === "name" ? "Name" : undefined);
  const got = issue.input === undefined ? "it is missing" : `understood ${describe(issue.input)}`;
  const rule = `${expectation(issue)}, ${got}`;
  return label ? `${label}: ${rule}` : rule;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_union":
      if (issue.discriminator !== undefined) return `expected a known ${issue.discriminator}`;
      return "expected a number, or text with a unit";
    case "invalid_value":
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "too_small":
      return `expected at least ${issue.minimum}`;
    case "too_big":
      return `expected at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}`;
    case "invalid_format":
      return issue.path.at(-1) === "name"
        ? "expected text without control characters"
        : "expected an id of lower-case letters, digits, '.', '_' and '-'";
    case "invalid_type":
      return `expected ${TYPES.get(issue.expected) ?? issue.expected}`;
    default:
      return issue.message;
  }
}

const TYPES = new Map<string, string>([
  ["object", "an object"],
  ["array", "a list"],
  ["string", "text"],
]);

function describe(input: unknown): string {
  if (typeof input === "string") return JSON.stringify(input.length > 80 ? `${input.slice(0, 80)}…` : input);
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === "object" && input !== null) return "an object";
  return typeof input === "function" || typeof input === "symbol" ? `a ${typeof input}` : String(input);
}
