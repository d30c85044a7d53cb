import "server-only";
import {
  DatabaseUnavailable,
  IdempotencyMismatch,
  NoSuchPlan,
  TooMany,
  UnstorableText,
  VersionConflict,
} from "@/lib/db/errors";
import { bearerOf, ifMatch, versionTag } from "@/lib/http/conditions";
import { problem } from "@/lib/http/problem";
import { type Repeated, readUnavailable, saveUnavailable } from "../unavailable";

/** The one answer for a plan that does not exist, is not there any more, or is another's. */
export const noSuchPlan = (): Response => problem(404, "There is no such plan");

/**
 * Answers a change, or says why it was not made.
 * @param repeated what the same request makes when it is sent again: the same, unless it makes something new each time
 */
export async function changing(
  work: () => Promise<Response>,
  repeated: Repeated = "same",
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return refusalOf(error, repeated);
  }
}

/** Answers a reader, or says that the database is away. */
export async function reading(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return readUnavailable();
    throw error;
  }
}

function refusalOf(error: unknown, repeated: Repeated): Response {
  if (error instanceof DatabaseUnavailable) return saveUnavailable(error, repeated);
  if (error instanceof NoSuchPlan) return noSuchPlan();
  if (error instanceof VersionConflict) {
    return problem(412, "The plan was changed meanwhile", {
      detail: `It has version ${error.latestVersion} by now. Nothing was saved.`,
      headers: { ETag: versionTag(error.latestVersion) },
    });
  }
  if (error instanceof TooMany) return problem(409, "There are too many", { detail: error.message });
  if (error instanceof IdempotencyMismatch) {
    const detail = "Its Idempotency-Key came before, with another plan.";
    return problem(422, "The request is not the one it repeats", { detail });
  }
  if (error instanceof UnstorableText) {
    const errors = [{ path: error.field, message: error.message }];
    return problem(422, "The plan cannot be stored", { errors });
  }
  throw error;
}

/** The edit key that a change brings; without one there is no plan that it could be for. */
export const editKeyOf = (request: Request): string => bearerOf(request) ?? "";

/** The version that a change was made from, or the answer to one that does not say it. */
export function expectedVersion(request: Request): number | Response {
  const expected = ifMatch(request);
  if (expected === "absent") {
    const detail = 'Say in If-Match which version it was made from, as the ETag of the plan says it: "1".';
    return problem(428, "The change does not say what it was made from", { detail });
  }
  if (expected !== "malformed") return expected;
  return problem(400, "If-Match is not one version", { detail: 'It is an ETag of the plan, such as "1".' });
}

/** Answers about plans and keys are nobody else's. */
export const PRIVATE = { "Cache-Control": "no-store" };
