import "server-only";
import { isEditKey, isViewId, opens } from "./edit-key";
import { NoSuchPlan } from "./errors";
import type { Prisma, Scenario } from "./generated/client";
import { alive } from "./readable";

/** Days within which a deleted plan can be brought back. */
export const UNDO_DAYS = 7;
export const DAY_MS = 86_400_000;

/** Since when a plan that was deleted or has expired by then is gone for good. */
export const goneSince = (now = Date.now()): Date => new Date(now - UNDO_DAYS * DAY_MS);

/**
 * The plan that a key may change: the one guard before every change. `deleted` asks for one that was deleted and can
 * still be brought back.
 * @throws NoSuchPlan alike for an unknown, expired or deleted plan, a link's id, and a key that is not this plan's
 */
export async function writableScenario(
  transaction: Prisma.TransactionClient,
  viewId: string,
  editKey: string,
  { deleted = false } = {},
): Promise<Scenario> {
  if (!isViewId(viewId) || !isEditKey(editKey)) throw new NoSuchPlan();
  const now = new Date();
  const state = deleted ? { deletedAt: { gt: goneSince() }, expiresAt: { gt: now } } : alive(now);
  const found = await transaction.scenario.findUnique({ where: { viewId, ...state } });
  if (!found || !opens(editKey, found.editKeyHash)) throw new NoSuchPlan();
  return found;
}
