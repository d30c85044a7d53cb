import "server-only";
import { isEditKey } from "@/lib/db/edit-key";
import type { Creation } from "@/lib/db/scenarios";

/** Printable, and no longer than anyone's identifier of a request. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** What a new plan is made with, from the headers of the request, or why they cannot be taken. */
export function creationOf(
  editKey: string | undefined,
  idempotencyKey: string | null,
): Creation | { refusal: string } {
  if (editKey !== undefined && !isEditKey(editKey))
    return { refusal: "The edit key in Authorization is not 32 random bytes in base64url" };
  if (idempotencyKey === null) return editKey === undefined ? {} : { editKey };
  if (!IDEMPOTENCY_KEY.test(idempotencyKey))
    return { refusal: "Idempotency-Key is not 1 to 200 printable characters" };
  if (editKey === undefined)
    return { refusal: "Idempotency-Key needs an edit key of your own in Authorization" };
  return { editKey, idempotencyKey };
}
